"""The college's review of its learning support: what is asked, said, agreed and done."""
