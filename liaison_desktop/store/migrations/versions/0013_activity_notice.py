"""Until when the deputies of a group are to be told of its activity.

Null in what was planned before: no migration knows the rule pack. The desk counts it with the next
change of the activity.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    with op.batch_alter_table("group_activity", recreate="always") as batch:
        batch.add_column(sa.Column("notice_by", sa.Date()))
