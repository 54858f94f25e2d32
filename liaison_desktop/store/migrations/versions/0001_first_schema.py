"""First schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _record() -> list[sa.Column[Any]]:
    """Return what every root of an aggregate bears."""
    return [
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
    ]


def upgrade() -> None:
    _make_attachment()
    _make_audit_entry()
    _make_capture()
    _make_deputy()
    _make_draft()
    _make_installation()
    _make_numbering()
    _make_outbox()
    _make_peer()
    _make_person()
    _make_printing()
    _make_quarantine()
    _make_received_package()
    _make_revision()
    _make_sent_package()
    _make_station()
    _make_unit()
    _make_user()
    _make_visit()
    _make_mandate()
    _make_matter()
    _make_receiver()
    _make_user_role()
    _make_visitor()
    _make_other_channel()


def _make_attachment() -> None:
    op.create_table(
        "attachment",
        *_record(),
        sa.Column("record_kind", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sa.UniqueConstraint("uid", name="uq_attachment_uid"),
    )
    op.create_index("ix_attachment_record_uid", "attachment", ["record_uid"])
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])


def _make_audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16)),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16)),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("act", sa.LargeBinary(16)),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )


def _make_capture() -> None:
    op.create_table(
        "capture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act", sa.LargeBinary(16)),
        sa.Column("now", sa.BigInteger()),
        sa.Column("user_uid", sa.LargeBinary(16)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("applying", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_capture_single")),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
    )


def _make_deputy() -> None:
    op.create_table(
        "deputy",
        *_record(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(32)),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deputy"),
        sa.UniqueConstraint("uid", name="uq_deputy_uid"),
    )
    op.create_index("ix_deputy_name", "deputy", ["name"])


def _make_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("uid", name="uq_draft_uid"),
    )
    op.create_index("ix_draft_user", "draft", ["user_uid", "form"])


def _make_installation() -> None:
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(32), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("incarnation_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("age_identity", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("recovery_key", sa.LargeBinary()),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_single")),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
    )


def _make_numbering() -> None:
    op.create_table(
        "numbering",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "year", name="pk_numbering"),
    )


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
        sqlite_autoincrement=True,
    )


def _make_peer() -> None:
    op.create_table(
        "peer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(32), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger()),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("incarnation_uid", sa.LargeBinary(16)),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_peer"),
        sa.UniqueConstraint("code", name="uq_peer_code"),
        sa.UniqueConstraint("uid", name="uq_peer_uid"),
    )


def _make_person() -> None:
    op.create_table(
        "person",
        *_record(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(32)),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("birth_ym", sa.Text(), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("visitor_kind", sa.String(32)),
        sa.Column("constituency", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
    )
    op.create_index("ix_person_name", "person", ["name"])


def _make_printing() -> None:
    op.create_table(
        "printing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("user_uid", sa.LargeBinary(16)),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_printing"),
    )
    op.create_index("ix_printing_record", "printing", ["kind", "uid", "form"])


def _make_quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("package_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_record", "quarantine", ["kind", "uid"])


def _make_received_package() -> None:
    op.create_table(
        "received_package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("peer_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("seq_from", sa.Integer(), nullable=False),
        sa.Column("seq_to", sa.Integer(), nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("audit_count", sa.Integer(), nullable=False),
        sa.Column("audit_head", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_received_package"),
        sa.UniqueConstraint(
            "peer_uid",
            "incarnation",
            "sequence",
            name="uq_received_package_peer_uid_incarnation_sequence",
        ),
        sa.UniqueConstraint("uid", name="uq_received_package_uid"),
    )


def _make_revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("act", sa.LargeBinary(16)),
        sa.Column("user_uid", sa.LargeBinary(16)),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_record", "revision", ["kind", "uid", "rev"])


def _make_sent_package() -> None:
    op.create_table(
        "sent_package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        sa.Column("peer_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("incarnation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("seq_from", sa.Integer(), nullable=False),
        sa.Column("seq_to", sa.Integer(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("acknowledged_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_sent_package"),
        sa.UniqueConstraint("incarnation", "sequence", name="uq_sent_package_incarnation_sequence"),
        sa.UniqueConstraint("uid", name="uq_sent_package_uid"),
    )


def _make_station() -> None:
    op.create_table(
        "station",
        *_record(),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("tier", sa.String(32), nullable=False),
        sa.Column("issuing_organ", sa.Text(), nullable=False),
        sa.Column("seal_organ", sa.Text(), nullable=False),
        sa.Column("county_congress", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_station"),
        sa.UniqueConstraint("code", name="uq_station_code"),
        sa.UniqueConstraint("uid", name="uq_station_uid"),
    )


def _make_unit() -> None:
    op.create_table(
        "unit",
        *_record(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint("uid", name="uq_unit_uid"),
    )
    op.create_index("ix_unit_name", "unit", ["name"])


def _make_user() -> None:
    op.create_table(
        "user",
        *_record(),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("disabled_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("login", name="uq_user_login"),
        sa.UniqueConstraint("uid", name="uq_user_uid"),
    )


def _make_visit() -> None:
    op.create_table(
        "visit",
        *_record(),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("registered_at", sa.BigInteger(), nullable=False),
        sa.Column("is_late_entry", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=False),
        sa.Column("may_publish_name", sa.Boolean(), nullable=False),
        sa.Column("may_call_back", sa.Boolean(), nullable=False),
        sa.Column("notice_version", sa.Text(), nullable=False),
        sa.Column("recorder", sa.Text(), nullable=False),
        sa.CheckConstraint("headcount >= 1", name=op.f("ck_visit_headcount")),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
        sa.UniqueConstraint("number", name="uq_visit_number"),
        sa.UniqueConstraint("uid", name="uq_visit_uid"),
    )
    op.create_index("ix_visit_newest", "visit", ["received_at", "id"])
    op.create_index("ix_visit_received_on", "visit", ["received_on"])


def _make_mandate() -> None:
    op.create_table(
        "mandate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("term_no", sa.Text(), nullable=False),
        sa.Column("constituency", sa.Text(), nullable=False),
        sa.Column("card_no", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("state", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["deputy.id"], name="fk_mandate_deputy_id_deputy", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mandate"),
    )
    op.create_index("ix_mandate_deputy_id", "mandate", ["deputy_id"])


def _make_matter() -> None:
    op.create_table(
        "matter",
        *_record(),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("visit_uid", sa.LargeBinary(16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("place_in_visit", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("place_of_issue", sa.Text(), nullable=False),
        sa.Column("people_involved", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.String(32), nullable=False),
        sa.Column("disclosure", sa.String(32), nullable=False),
        sa.Column("handling", sa.String(32)),
        sa.Column("guided_to", sa.String(32)),
        sa.Column("route", sa.String(32)),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("may_pass_name", sa.Boolean(), nullable=False),
        sa.Column("onsite_reply", sa.Text(), nullable=False),
        sa.Column("deputy_opinion", sa.Text(), nullable=False),
        sa.Column("head_opinion", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_matter_title")),
        sa.CheckConstraint("people_involved >= 1", name=op.f("ck_matter_people_involved")),
        sa.ForeignKeyConstraint(
            ["visit_uid"],
            ["visit.uid"],
            name="fk_matter_visit_uid_visit",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name="pk_matter"),
        sa.UniqueConstraint("number", name="uq_matter_number"),
        sa.UniqueConstraint("uid", name="uq_matter_uid"),
        sa.UniqueConstraint(
            "visit_uid", "place_in_visit", name="uq_matter_visit_uid_place_in_visit"
        ),
    )


def _make_receiver() -> None:
    op.create_table(
        "receiver",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("deputy_uid", sa.LargeBinary(16)),
        sa.ForeignKeyConstraint(
            ["deputy_uid"],
            ["deputy.uid"],
            name="fk_receiver_deputy_uid_deputy",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name="fk_receiver_visit_id_visit", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_receiver"),
    )
    op.create_index("ix_receiver_deputy_uid", "receiver", ["deputy_uid"])
    op.create_index("ix_receiver_visit_id", "receiver", ["visit_id"])


def _make_user_role() -> None:
    op.create_table(
        "user_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name="fk_user_role_user_id_user", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_user_role"),
    )
    op.create_index("ix_user_role_user_id", "user_role", ["user_id"])


def _make_visitor() -> None:
    op.create_table(
        "visitor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("person_uid", sa.LargeBinary(16)),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("sex", sa.String(32)),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("birth_ym", sa.Text(), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("visitor_kind", sa.String(32)),
        sa.Column("constituency", sa.Text(), nullable=False),
        sa.Column("guardian", sa.Text(), nullable=False),
        sa.CheckConstraint("is_anonymous OR name <> ''", name=op.f("ck_visitor_named")),
        sa.ForeignKeyConstraint(
            ["person_uid"],
            ["person.uid"],
            name="fk_visitor_person_uid_person",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name="fk_visitor_visit_id_visit", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_visitor"),
    )
    op.create_index("ix_visitor_person_uid", "visitor", ["person_uid"])
    op.create_index("ix_visitor_visit_id", "visitor", ["visit_id"])


def _make_other_channel() -> None:
    op.create_table(
        "other_channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("matter_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("ticket_no", sa.Text(), nullable=False),
        sa.Column("raised_on", sa.Date()),
        sa.Column("is_running", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["matter_id"],
            ["matter.id"],
            name="fk_other_channel_matter_id_matter",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_other_channel"),
    )
    op.create_index("ix_other_channel_matter_id", "other_channel", ["matter_id"])
