"""What a ledger of a million rows is opened and filtered by stands in one index each."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.drop_index("ix_visit_newest", "visit")
    op.create_index("ix_visit_newest", "visit", ["received_at", "id", "withdrawn_at"])
    op.create_index("ix_matter_by_number", "matter", ["number", "id", "withdrawn_at"])
    op.create_index("ix_receiver_name", "receiver", ["name"])
    op.create_index("ix_person_constituency", "person", ["constituency"])
