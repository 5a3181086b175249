"""The college's review of its learning support, and the lists kept beside it."""
