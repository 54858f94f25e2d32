"""民情恳谈: meetings, who takes part, what is said and promised, draws, deliberation bodies."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

EMPTY = sa.text("''")


def upgrade() -> None:
    _make_meeting()
    _make_participant()
    _make_statement()
    _make_commitment()
    _make_drawing()
    _make_record(
        "body_member",
        *_texts("name", "body", "post", "phone", "term_no", "remark"),
        sa.Column("sex", sa.String(32)),
        _word("member_origin"),
        _uid("deputy_uid"),
        *(sa.Column(name, sa.Date()) for name in ("valid_from", "valid_to")),
        _refers("body_member", "deputy_uid", "deputy"),
    )
    op.create_index("ix_body_member_deputy_uid", "body_member", ["deputy_uid"])


def _make_meeting() -> None:
    _make_record(
        "consultation",
        *_texts("number", "title", "topic", "topic_source", "starts", "ends", "place", "host"),
        *_texts("host_post", "recorder", "departments", "channels", "materials", "signed_by"),
        *_texts("doc_number", "conclusions", "copies_to", "remark"),
        *(_word(name) for name in ("kind", "state")),
        sa.Column("held_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Date()) for name in ("notice_by", "announced_on", "signed_on")),
        *_numbers("size", "volunteers", "invited", "drawn"),
        sa.Column("is_yearly", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.BigInteger()),
        sa.UniqueConstraint("number", name="uq_consultation_number"),
    )
    op.create_index("ix_consultation_day", "consultation", ["held_on", "id"])
    op.create_index("ix_consultation_topic", "consultation", ["topic", "held_on"])
    _make_part("agenda_item", _uid("uid", is_required=True), *_texts("title"))
    _make_part(
        "linked_matter",
        _uid("matter_uid", is_required=True),
        _refers("linked_matter", "matter_uid", "matter"),
    )
    op.create_index("ix_linked_matter_matter_uid", "linked_matter", ["matter_uid"])
    _make_part("heard_item", *_texts("title"), sa.Column("is_heard", sa.Boolean(), nullable=False))
    _make_part(
        "addition",
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        *_texts("added_by", "content", "reason"),
    )


def _make_participant() -> None:
    _make_record(
        "participant",
        _uid("consultation_uid", is_required=True),
        *_texts("name", "body", "post", "phone", "remark"),
        *_numbers("place"),
        *(sa.Column(name, sa.String(32)) for name in ("sex", "presence")),
        *(_word(name) for name in ("participant_kind", "origin")),
        *(_uid(name) for name in ("person_uid", "deputy_uid")),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("is_walk_in", "may_publish_name")
        ),
        sa.Column("signed_at", sa.BigInteger()),
        _refers("participant", "consultation_uid", "consultation"),
        _refers("participant", "person_uid", "person"),
        _refers("participant", "deputy_uid", "deputy"),
    )
    _index_of_meeting("participant")
    for name in ("person_uid", "deputy_uid"):
        op.create_index(f"ix_participant_{name}", "participant", [name])


def _make_statement() -> None:
    _make_record(
        "statement",
        _uid("consultation_uid", is_required=True),
        *(_uid(name) for name in ("item_uid", "participant_uid", "answers_uid", "matter_uid")),
        *_numbers("place"),
        _word("kind"),
        *_texts("speaker", "speaker_body", "content", "route_note"),
        sa.Column("said_at", sa.BigInteger()),
        *(sa.Column(name, sa.String(32)) for name in ("route", "guided_to")),
        _refers("statement", "consultation_uid", "consultation"),
        _refers("statement", "participant_uid", "participant"),
        _refers("statement", "matter_uid", "matter"),
    )
    _index_of_meeting("statement")
    for name in ("participant_uid", "matter_uid"):
        op.create_index(f"ix_statement_{name}", "statement", [name])


def _make_commitment() -> None:
    _make_record(
        "commitment",
        _uid("consultation_uid", is_required=True),
        *(_uid(name) for name in ("answer_uid", "raised_uid", "unit_uid")),
        *_numbers("place"),
        *_texts("raised_by", "content", "unit_name", "person", "proof", "feedback"),
        _word("state"),
        *(
            sa.Column(f"{name}_on", sa.Date())
            for name in ("due", "settled", "struck", "published", "fed_back")
        ),
        sa.Column("fed_back_way", sa.String(32)),
        _refers("commitment", "consultation_uid", "consultation"),
        _refers("commitment", "unit_uid", "unit"),
    )
    _index_of_meeting("commitment")
    is_open = sa.text("state = 'open'")
    op.create_index("ix_commitment_due", "commitment", ["due_on", "id"], sqlite_where=is_open)
    op.create_index("ix_commitment_unit_uid", "commitment", ["unit_uid"])
    _make_part(
        "progress",
        sa.Column("noted_on", sa.Date(), nullable=False),
        *_texts("content"),
        root="commitment",
    )


def _make_drawing() -> None:
    _make_record(
        "drawing",
        _uid("consultation_uid", is_required=True),
        sa.Column("drawn_at", sa.BigInteger(), nullable=False),
        *_texts("drawn_by", "algorithm", "seed", "roster_name", "roster_hash", "stratum_column"),
        *_texts("strata", "heading", "roster", "chosen"),
        *_numbers("size", "roster_rows"),
        _refers("drawing", "consultation_uid", "consultation"),
    )
    op.create_index("ix_drawing_consultation_uid", "drawing", ["consultation_uid"])


def _index_of_meeting(table: str) -> None:
    op.create_index(f"ix_{table}_meeting", table, ["consultation_uid", "place", "id"])


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
        sa.Column("withdrawn_reason", sa.Text(), server_default=EMPTY, nullable=False),
        _uid("act"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
    )


def _make_part(table: str, *columns: Any, root: str = "consultation") -> None:
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


def _numbers(*names: str) -> Sequence[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _word(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(32), nullable=False)


def _uid(name: str, *, is_required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(16), nullable=not is_required)


def _refers(table: str, column: str, root: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{root}.uid"],
        name=f"fk_{table}_{column}_{root}",
        initially="DEFERRED",
        deferrable=True,
    )
