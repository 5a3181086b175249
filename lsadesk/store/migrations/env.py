"""Alembic's entry: runs on the connection that `schema.migrate` opened, in its transaction."""

from alembic import context

from lsadesk.store.rows import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
