"""Alembic's way into the register: the migrations run on the connection and in the transaction given."""

from alembic import context

from elchi.register.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
