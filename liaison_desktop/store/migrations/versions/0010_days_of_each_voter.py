"""Which voter a limit waits for, since when a standstill moved one, who is yet to be told or asked.

And how many steps a matter has gone.

What waits to be evaluated loses its day: the desk counts it again for each voter, at the first
login, for no migration knows the calendar.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

STOOD_SINCE = """
    UPDATE deadline SET suspended_on = (
        SELECT s.done_on FROM matter m JOIN step s ON s.matter_uid = m.uid
        WHERE m.id = deadline.matter_id AND s.move = 'suspend' AND s.withdrawn_at IS NULL
        AND s.id < (
            SELECT max(r.id) FROM step r WHERE r.matter_uid = m.uid
            AND r.move = 'resume' AND r.withdrawn_at IS NULL AND r.done_on = (
                SELECT d.ended_on FROM deadline d
                WHERE d.matter_id = deadline.matter_id AND d.rule = deadline.rule
                AND d.position < deadline.position ORDER BY d.position DESC LIMIT 1
            )
        )
        ORDER BY s.id DESC LIMIT 1
    ) WHERE cause = 'resumed'
"""
RUNS = "SELECT 1 FROM deadline d WHERE d.matter_id = matter.id AND d.ended_on IS NULL"
TOLD = f"EXISTS ({RUNS} AND d.rule IN ('feed_back', 'declined_notice'))"
HEARD = f"EXISTS ({RUNS} AND d.rule = 'evaluate')"
FLAGS = f"""
    UPDATE matter SET is_to_tell = {TOLD},
        is_to_hear = {HEARD} OR (state = 'evaluating' AND NOT {TOLD})
    WHERE state IN ('replied', 'forwarded', 'evaluating', 'tracked')
"""  # noqa: S608 - our own
STEPS = """
    UPDATE matter SET steps = (
        SELECT count(*) FROM step s WHERE s.matter_uid = matter.uid AND s.withdrawn_at IS NULL
    )
"""
WITHOUT_DAY = f"UPDATE matter SET due_on = NULL WHERE state = 'evaluating' AND {HEARD}"  # noqa: S608 - our own


def upgrade() -> None:
    with op.batch_alter_table("deadline", recreate="always") as deadline:
        deadline.add_column(sa.Column("suspended_on", sa.Date()))
        deadline.add_column(sa.Column("told_by", sa.LargeBinary(16)))
    with op.batch_alter_table("matter", recreate="always") as matter:
        for name in ("is_to_tell", "is_to_hear"):
            matter.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
        matter.add_column(sa.Column("steps", sa.Integer(), server_default="0", nullable=False))
    for name in ("is_to_tell", "is_to_hear"):
        where = sa.text(f"{name} = 1")
        index = f"ix_matter_{name.removeprefix('is_')}"
        op.create_index(index, "matter", ["due_on", "id"], sqlite_where=where)
    for statement in (STOOD_SINCE, FLAGS, STEPS, WITHOUT_DAY):
        op.execute(statement)
