"""What the form of a meeting asks, in the order in which a meeting is prepared."""

from __future__ import annotations

from dataclasses import replace

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationKind
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.consultation_list import FORM
from liaison_desktop.ui.pages.roll_sheets import Sheet

NUMBERS = ("volunteers", "invited", "drawn")
"""How many are found each way; together they are the size."""

MEETING = Sheet(
    FORM,
    lambda: tr("恳谈会"),
    lambda: tr("新建恳谈会"),
    "talk",
    Consultation,
    lambda desk: desk.talk.meetings,
    (
        "title",
        "topic",
        "kind",
        "held_on",
        "starts",
        "ends",
        "place",
        "recorder",
        "host",
        "host_post",
        "size",
        *NUMBERS,
        "announced_on",
        "doc_number",
        "topic_source",
        "departments",
        "channels",
        "copies_to",
        "materials",
        "remark",
    ),
    ("title", "held_on"),
    lambda one: (one.title, one.topic),
    lambda one: one.held_on,
    has_paper=False,
    action=Action.KEEP_CONSULTATION,
    wide=frozenset({"title", "topic", "topic_source", "departments", "channels", "copies_to"}),
    coming=frozenset({"held_on"}),
    usual={"kind": ConsultationKind.SENTIMENT},
)

STREET_MEETING = replace(MEETING, fields=(*MEETING.fields, "is_yearly"))
"""With what only a 街道 asks: whether it is the yearly meeting of its deliberation body."""
