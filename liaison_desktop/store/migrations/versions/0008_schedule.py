"""The deputies' schedule: reception days, rota, notices, leave, field visits, activities, plans."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

EMPTY = sa.text("''")


def upgrade() -> None:
    _make_reception()
    _make_contacts()
    _make_activities()
    _make_records_of_deputies()
    with op.batch_alter_table("deputy", recreate="always") as batch:
        for name in ("birth_ym", "id_no", "ethnic_group", "political_status", "education"):
            batch.add_column(_late_text(name))
        batch.add_column(_late_text("introduction"))
        batch.add_column(sa.Column("photo_uid", sa.LargeBinary(16)))
        for name in ("is_post_public", "is_photo_public"):
            batch.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
    with op.batch_alter_table("mandate", recreate="always") as batch:
        for name in ("delegation", "group_name", "end_note"):
            batch.add_column(_late_text(name))
        batch.add_column(sa.Column("end_reason", sa.String(32)))
    with op.batch_alter_table("visit", recreate="always") as batch:
        batch.add_column(sa.Column("source_uid", sa.LargeBinary(16)))
    is_told = sa.text("source_uid IS NOT NULL")
    op.create_index("ix_visit_source", "visit", ["source_uid"], sqlite_where=is_told)


def _make_reception() -> None:
    _make_record("reception_rule", *_texts("name", "toml"))
    _make_record(
        "reception_session",
        *_days("planned_on", "held_on"),
        *_texts("starts", "ends", "place", "theme", "guests", "contact", "contact_phone"),
        *_texts("rules", "shifted_because", "summary", "remark"),
        *_flags("is_tentative", "is_joint"),
        sa.Column("notice_by", sa.Date()),
        _word("state"),
        sa.Column("opened_at", sa.BigInteger()),
        sa.Column("closed_at", sa.BigInteger()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("seats", "closings")),
    )
    op.create_index("ix_reception_session_held", "reception_session", ["held_on", "id"])
    _make_part(
        "rota_slot",
        "reception_session",
        *_texts("name", "why", "stands_in_for", "change_reason"),
        _uid("deputy_uid"),
        sa.Column("level", sa.String(32)),
        _word("slot_role"),
        *_flags("is_fixed"),
        sa.Column("presence", sa.String(32)),
        sa.Column("signed_at", sa.BigInteger()),
        _of_deputy("rota_slot"),
    )
    op.create_index("ix_rota_slot_deputy_uid", "rota_slot", ["deputy_uid"])
    _make_record(
        "notice",
        _uid("session_uid", is_required=True),
        _word("kind"),
        *(sa.Column(f"{name}_on", sa.Date()) for name in ("held", "former", "due", "issued")),
        sa.Column("posted_on", sa.Date()),
        *_texts("doc_number", "posted_place", "reason", "body"),
        _refers("notice", "session_uid", "reception_session"),
    )
    op.create_index("ix_notice_session_uid", "notice", ["session_uid"])


def _make_contacts() -> None:
    _make_record(
        "contact_household",
        *_texts("name", "deputy_name", "phone", "address", "village", "remark"),
        *(_uid(name) for name in ("deputy_uid", "person_uid")),
        _word("household_kind"),
        *(sa.Column(name, sa.Date()) for name in ("since", "until")),
        _of_deputy("contact_household"),
    )
    op.create_index("ix_contact_household_deputy_uid", "contact_household", ["deputy_uid"])
    _make_record(
        "field_visit",
        *_days("visited_on"),
        *_texts("starts", "ends", "place", "visited_name", "situation", "opinions", "on_site"),
        *(_word(name) for name in ("way", "state")),
        _uid("household_uid"),
        sa.Column("household_kind", sa.String(32)),
        sa.Column("headcount", sa.Integer(), nullable=False),
    )
    op.create_index("ix_field_visit_day", "field_visit", ["visited_on", "id"])
    _make_part(
        "visiting_deputy",
        "field_visit",
        *_texts("name"),
        _uid("deputy_uid"),
        _of_deputy("visiting_deputy"),
    )
    op.create_index("ix_visiting_deputy_deputy_uid", "visiting_deputy", ["deputy_uid"])


def _make_activities() -> None:
    _make_record(
        "group_activity",
        *_days("held_on"),
        *_texts("starts", "ends", "place", "group_name", "convener", "topic", "content", "outcome"),
        *(_word(name) for name in ("duty_kind", "state")),
        sa.Column("announced_on", sa.Date()),
    )
    op.create_index("ix_group_activity_day", "group_activity", ["held_on", "id"])
    _make_part(
        "attendance",
        "group_activity",
        *_texts("name", "reason"),
        _uid("deputy_uid"),
        sa.Column("presence", sa.String(32)),
        _of_deputy("attendance"),
    )
    op.create_index("ix_attendance_deputy_uid", "attendance", ["deputy_uid"])
    _make_record(
        "plan_item",
        *_texts("title", "responsible", "content"),
        *(_word(name) for name in ("rhythm", "shift")),
        *_days("starts_on"),
        sa.Column("ends_on", sa.Date()),
    )
    _make_part(
        "plan_done",
        "plan_item",
        *_days("due_on"),
        sa.Column("done_on", sa.Date()),
        *_texts("remark"),
    )


def _make_records_of_deputies() -> None:
    _make_record(
        "duty_entry",
        *_texts("deputy_name", "title", "place", "work", "outcome", "source_kind"),
        *(_uid(name) for name in ("deputy_uid", "source_uid")),
        _word("kind"),
        *_days("done_on"),
        sa.Column("half_days", sa.Integer(), nullable=False),
        _of_deputy("duty_entry"),
    )
    op.create_index("ix_duty_entry_deputy", "duty_entry", ["deputy_uid", "done_on"])
    op.create_index("ix_duty_entry_source", "duty_entry", ["source_uid"])
    _make_record(
        "leave",
        *_texts("deputy_name", "activity", "reason", "approved_by"),
        _uid("deputy_uid"),
        *_days("first_on", "last_on"),
        *(sa.Column(name, sa.Date()) for name in ("asked_on", "approved_on")),
        _of_deputy("leave"),
    )
    op.create_index("ix_leave_deputy", "leave", ["deputy_uid", "first_on"])


def _make_record(table: str, *columns: Any) -> None:
    """Make a table of roots: what every record bears, and its own columns."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        _uid("uid", is_required=True),
        _uid("station_uid", is_required=True),
        _word("owner"),
        sa.Column("incarnation", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rev", sa.Integer(), server_default="1", nullable=False),
        sa.Column("changed_at", sa.BigInteger()),
        sa.Column("withdrawn_at", sa.BigInteger()),
        _late_text("withdrawn_reason"),
        _uid("act"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
    )


def _make_part(table: str, root: str, *columns: Any) -> None:
    key = f"{root}_id"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(key, sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            [key], [f"{root}.id"], name=f"fk_{table}_{key}_{root}", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_{key}", table, [key])


def _texts(*names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _late_text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default=EMPTY, nullable=False)


def _days(*names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, sa.Date(), nullable=False) for name in names]


def _flags(*names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _word(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), nullable=False)


def _uid(name: str, *, is_required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(16), nullable=not is_required)


def _of_deputy(table: str) -> sa.ForeignKeyConstraint:
    return _refers(table, "deputy_uid", "deputy")


def _refers(table: str, column: str, root: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{root}.uid"],
        name=f"fk_{table}_{column}_{root}",
        initially="DEFERRED",
        deferrable=True,
    )
