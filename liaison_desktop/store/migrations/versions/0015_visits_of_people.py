"""人员的来访: what counts a person's visits reads the index alone, and no visitor beside it."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_index("ix_visitor_of_person", "visitor", ["person_uid", "visit_id"])
    op.drop_index("ix_visitor_person_uid", "visitor")
