"""What is done with a matter: its steps, its deadlines, and where it stands."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

EMPTY = sa.text("''")


def upgrade() -> None:
    _make_deadline()
    _make_step()
    with op.batch_alter_table("matter", recreate="always") as batch:
        for standing in _standing():
            batch.add_column(standing)
    for table, column in (("visit", "received_at"), ("matter", "visit_uid")):
        op.drop_index(f"ix_{table}_incomplete", table)
        where = sa.text("is_incomplete = 1")  # as it is asked for, or SQLite does not look there
        op.create_index(f"ix_{table}_incomplete", table, [column], sqlite_where=where)
    op.create_index("ix_matter_merged_into", "matter", ["merged_into"])
    op.create_index(
        "ix_matter_due", "matter", ["due_on", "id"], sqlite_where=sa.text("due_on IS NOT NULL")
    )
    op.create_index("ix_matter_work", "matter", ["state", "due_on", "id"])


def _make_deadline() -> None:
    op.create_table(
        "deadline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("is_tentative", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.Column("is_met", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"], ["matter.id"], name="fk_deadline_matter_id_matter", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_deadline"),
    )
    op.create_index("ix_deadline_matter_id", "deadline", ["matter_id"])


def _make_step() -> None:
    texts = ("unit_name", "co_units", "deputy", "text", "reason", "promise", "person", "phoned_to")
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("station_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("incarnation", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("changed_at", sa.BigInteger()),
        sa.Column("withdrawn_at", sa.BigInteger()),
        sa.Column("withdrawn_reason", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("act", sa.LargeBinary(16)),
        sa.Column("matter_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("move", sa.String(32), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("state_before", sa.String(32), nullable=False),
        sa.Column("state_after", sa.String(32), nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("route", sa.String(32)),
        sa.Column("guided_to", sa.String(32)),
        sa.Column("unit_uid", sa.LargeBinary(16)),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("result_class", sa.String(32)),
        sa.Column("due_on", sa.Date()),
        sa.Column("satisfaction", sa.String(32)),
        sa.Column("way", sa.String(32)),
        sa.Column("person_uid", sa.LargeBinary(16)),
        sa.Column("phoned_at", sa.BigInteger()),
        sa.Column("other_uid", sa.LargeBinary(16)),
        sa.Column("archive_no", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_uid"],
            ["matter.uid"],
            name="fk_step_matter_uid_matter",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sa.UniqueConstraint("uid", name="uq_step_uid"),
    )
    op.create_index("ix_step_matter", "step", ["matter_uid", "id"])


def _standing() -> list[sa.Column[Any]]:
    """Return what a matter bears of its steps, so that lists need not read them."""
    texts = ("about_unit", "unit_name", "co_units", "deputy", "archive_no")
    flags = ("is_accusation", "is_fulfilled", "is_due_tentative")
    counts = ("returns", "redos", "chases", "link_count")
    words = ("former_state", "result_class", "satisfaction")
    uids = ("unit_uid", "merged_into")
    days = ("routed", "assigned", "acknowledged", "replied", "fed_back", "closed", "suspended")
    return [
        *(sa.Column(name, sa.Text(), server_default=EMPTY, nullable=False) for name in texts),
        *(
            sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            for name in flags
        ),
        *(sa.Column(name, sa.Integer(), server_default="0", nullable=False) for name in counts),
        *(sa.Column(name, sa.String(32)) for name in words),
        *(sa.Column(name, sa.LargeBinary(16)) for name in uids),
        *(sa.Column(f"{name}_on", sa.Date()) for name in (*days, "promised", "due")),
    ]
