"""意见未定去向: an index of the opinions without route, for 今天 counts them of every meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_index(
        "ix_statement_unrouted",
        "statement",
        ["kind", "consultation_uid"],
        sqlite_where=sa.text("route IS NULL AND withdrawn_at IS NULL"),
    )
