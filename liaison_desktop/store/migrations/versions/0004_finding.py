"""One index of finding for all kinds of records, and what of them is due in it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("DROP TABLE IF EXISTS person_gram")
    op.drop_table("gram_due")
    op.create_table(
        "gram_due",
        sa.Column("kind", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("held", sa.Text()),
        sa.PrimaryKeyConstraint("kind", "key", name="pk_gram_due"),
    )
