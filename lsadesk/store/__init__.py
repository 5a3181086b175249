"""The college file: the only room that knows SQLAlchemy and the encrypted database."""
