"""Settings, the queue of a reception day, what is 待补, and who is due in the index of finding."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BLANK = " \t\n\u00a0\u3000"

INCOMPLETE_MATTERS = """
    UPDATE matter SET is_incomplete = (
        statement = '' OR category = '' OR handling IS NULL
        OR (handling = 'guided' AND guided_to IS NULL)
    )
"""

INCOMPLETE_VISITS = """
    UPDATE visit SET is_incomplete = EXISTS (
        SELECT 1 FROM visitor
        WHERE visitor.visit_id = visit.id AND NOT visitor.is_anonymous
        AND (trim(visitor.phone, :blank) = '' OR trim(visitor.address, :blank) = '')
    )
"""


def upgrade() -> None:
    _make_setting()
    _make_waiting()
    _make_gram_due()
    _add_is_incomplete("matter", "visit_uid")
    _add_is_incomplete("visit", "received_at")
    op.execute(INCOMPLETE_MATTERS)
    op.execute(sa.text(INCOMPLETE_VISITS).bindparams(blank=BLANK))


def _make_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("station_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("incarnation", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("changed_at", sa.BigInteger()),
        sa.Column("withdrawn_at", sa.BigInteger()),
        sa.Column("withdrawn_reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("act", sa.LargeBinary(16)),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("name", name="uq_setting_name"),
        sa.UniqueConstraint("uid", name="uq_setting_uid"),
    )


def _make_waiting() -> None:
    op.create_table(
        "waiting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.BigInteger(), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("called_at", sa.BigInteger()),
        sa.Column("left_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_waiting"),
        sa.UniqueConstraint("day", "number", name="uq_waiting_day_number"),
    )


def _make_gram_due() -> None:
    op.create_table(
        "gram_due",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("id_no", sa.Text()),
        sa.PrimaryKeyConstraint("person_id", name="pk_gram_due"),
    )


def _add_is_incomplete(table: str, indexed: str) -> None:
    with op.batch_alter_table(table, recreate="always") as batch:
        batch.add_column(
            sa.Column("is_incomplete", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_index(
        f"ix_{table}_incomplete", table, [indexed], sqlite_where=sa.text("is_incomplete")
    )
