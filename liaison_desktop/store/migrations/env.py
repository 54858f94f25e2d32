"""Alembic's way in; the connection, and the transaction on it, are always the caller's."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Enum
from sqlalchemy.types import TypeEngine

from liaison_desktop.model.base import Instant, Uid
from liaison_desktop.model.every_record import Base
from liaison_desktop.store.grams import is_of_the_index


def _plain(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write the plain type in a draft: a migration outlives every class of the model."""
    if kind != "type" or not isinstance(item, TypeEngine):
        return False
    if isinstance(item, Instant):
        return "sa.BigInteger()"
    if isinstance(item, Uid):
        return "sa.LargeBinary(16)"
    return f"sa.String({item.length})" if isinstance(item, Enum) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_plain,
    compare_server_default=True,
    include_name=lambda name, kind, _: kind != "table" or not is_of_the_index(name),
)
with context.begin_transaction():
    context.run_migrations()
