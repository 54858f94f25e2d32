"""A matter that was forwarded, and how often a step of a matter was corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("matter", recreate="always") as matter:
        matter.add_column(sa.Column("forwarded_on", sa.Date()))
        counted = sa.Column("corrections", sa.Integer(), server_default="0", nullable=False)
        matter.add_column(counted)
