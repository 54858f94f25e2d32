"""What the public may read of a deputy; all else stays at the station or goes to the county."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.words import MandateLevel, Sex

PUBLIC_FIELDS = ("name", "sex", "post", "introduction", "photo_uid")
"""Of a deputy; 单位及职务 and 照片 only where their switches say so (本人同意)."""

PUBLIC_FIELDS_OF_A_MANDATE = (
    "level",
    "term_no",
    "constituency",
    "delegation",
    "group_name",
    "valid_from",
    "valid_to",
    "state",
)
"""Of a mandate; the card number and why it ended are nobody's business."""


@dataclass(frozen=True)
class PublicMandate:
    """One mandate that is exercised, as a board tells it."""

    level: MandateLevel
    term_no: str
    constituency: str
    delegation: str
    group_name: str


@dataclass(frozen=True)
class PublicDeputy:
    """One deputy in office (代表法 2025 art. 58: 基本信息 is public), the highest mandate first.

    `post` is "" and `photo_uid` None where he did not agree that they be shown.
    """

    uid: UUID
    name: str
    sex: Sex | None
    post: str
    introduction: str
    photo_uid: UUID | None
    mandates: Sequence[PublicMandate]


def for_public(deputy: Deputy, day: date) -> PublicDeputy | None:
    """Return what may be shown of a deputy on a day; None of who is not in office."""
    exercised = deputy.mandates_on(day)
    if not exercised or deputy.withdrawn_at is not None:
        return None
    return PublicDeputy(
        deputy.uid,
        deputy.name,
        deputy.sex,
        deputy.post if deputy.is_post_public else "",
        deputy.introduction,
        deputy.photo_uid if deputy.is_photo_public else None,
        [
            PublicMandate(m.level, m.term_no, m.constituency, m.delegation, m.group_name)
            for m in exercised
        ],
    )
