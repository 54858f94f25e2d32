"""What the form of a participant asks."""

from __future__ import annotations

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.roll_sheets import Sheet

PARTICIPANT = Sheet(
    "participant",
    lambda: tr("参加人"),
    lambda: tr("加一位参加人"),
    "person",
    Participant,
    lambda desk: desk.talk.participants,
    (
        "name",
        "sex",
        "participant_kind",
        "origin",
        "body",
        "post",
        "phone",
        "may_publish_name",
        "remark",
    ),
    ("name",),
    lambda one: (one.name, one.body),
    lambda _one: None,
    has_paper=False,
    action=Action.KEEP_CONSULTATION,
    abreast=2,
    wide=frozenset({"body", "remark"}),
    usual={"participant_kind": ParticipantKind.RESIDENT, "origin": Origin.INVITED},
)
