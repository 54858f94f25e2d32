"""The days that a deputy likes or not, and what a notice said before it was changed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

TEXTS = {
    "deputy": ("liked_days", "disliked_days"),
    "notice": ("former_starts", "former_ends", "former_place", "former_names"),
}


def upgrade() -> None:
    for table, names in TEXTS.items():
        with op.batch_alter_table(table, recreate="always") as batch:
            for name in names:
                empty = sa.text("''")
                batch.add_column(sa.Column(name, sa.Text(), server_default=empty, nullable=False))
