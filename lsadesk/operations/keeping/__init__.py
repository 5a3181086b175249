"""The college file and who may open it: accounts, copies, what happened, what is held."""
