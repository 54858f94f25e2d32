"""Two who correct one record have a draft each."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("draft", recreate="always") as draft:
        draft.drop_constraint("uq_draft_uid", type_="unique")
        draft.create_unique_constraint("uq_draft_uid_user_uid", ["uid", "user_uid"])
