"""Who was found to be one person or two, what was imported, and indexes that order ledgers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "merging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kept_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("gone_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("visitors", sa.Text(), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("undone_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_merging"),
    )
    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("second_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_not_same"),
        sa.UniqueConstraint("first_uid", "second_uid", name="uq_not_same_first_uid_second_uid"),
    )
    op.create_table(
        "importing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("undone_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_importing"),
        sa.UniqueConstraint("act", name="uq_importing_act"),
    )
    for table, column in (
        ("merging", "kept_uid"),
        ("merging", "gone_uid"),
        ("matter", "category"),
        ("matter", "people_involved"),
        ("visit", "channel"),
        ("visit", "headcount"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
