"""One visit as it stands: who came, what was said, each text exactly as typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt

from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.masking import mask_id
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.fact_form import FactForm
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label

VISITOR_FIELDS = (
    "sex",
    "phone",
    "address",
    "birth_ym",
    "id_no",
    "guardian",
    "occupation",
    "visitor_kind",
    "constituency",
)
MATTER_FIELDS = (
    "statement",
    "request",
    "category",
    "cause",
    "handling",
    "guided_to",
    "onsite_reply",
    "place_of_issue",
    "people_involved",
    "urgency",
    "disclosure",
    "deputy_opinion",
    "head_opinion",
    "remark",
)


def show_visit(card: Card, visit: Visit) -> None:
    """Fill a card with the encounter and who came."""
    card.clear()
    received, registered = (
        at.astimezone(SHANGHAI) for at in (visit.received_at, visit.registered_at)
    )
    form = FactForm()
    form.add(tr("反映时间"), f"{received:%Y-%m-%d %H:%M}")
    if visit.is_late_entry:
        form.add(tr("补录"), f"{registered:%Y-%m-%d %H:%M}")
    form.add(tr("反映形式"), tr(word(visit.channel)))
    form.add(tr("来访人数"), str(visit.headcount))
    form.add(tr("接待代表"), "、".join(receiver.name for receiver in visit.receivers))
    form.add(tr("接待地点"), visit.place)
    form.add(tr("记录人"), visit.recorder)
    form.add(tr("愿意接受回访"), tr("是") if visit.may_call_back else tr("否"))
    card.rows.addLayout(form)
    for visitor in visit.visitors:
        _add_visitor(card, visitor)


def _add_visitor(card: Card, visitor: Visitor) -> None:
    name = label("", "strong")
    name.setContentsMargins(16, 8, 16, 0)
    name.setText(visible(tr("匿名来访人") if visitor.is_anonymous else visitor.name))
    name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    card.rows.addWidget(name)
    form, declared = FactForm(), fields_of(Visitor)
    for field in VISITOR_FIELDS:
        value = getattr(visitor, field)
        shown = mask_id(value) if field == "id_no" and value else value
        form.add(tr(declared[field].label), shown)
    card.rows.addLayout(form)


def show_matter(card: Card, matter: Matter) -> None:
    """Fill a card with one matter; the heading is its title."""
    card.clear()
    card.heading.setText(visible(matter.title))
    card.heading.setWordWrap(True)
    card.show_badge(tr(word(matter.state)), "soft")
    declared, form = fields_of(Matter), FactForm()
    for name in MATTER_FIELDS:
        form.add(tr(declared[name].label), getattr(matter, name))
    for channel in matter.other_channels:
        raised = channel.raised_on.isoformat() if channel.raised_on else ""
        running = tr("正在办理") if channel.is_running else ""
        facts = (tr(word(channel.kind)), channel.ticket_no, raised, running)
        form.add(tr("其他渠道"), "　".join(fact for fact in facts if fact))
    card.rows.addLayout(form)


def show_attachments(
    card: Card, attachments: Sequence[Attachment], show: Callable[[Attachment], object]
) -> None:
    """Fill a card with what hangs on the visit; Enter opens one."""
    card.clear()
    for each in attachments:
        size = tr("{size} KB").format(size=max(1, each.size // 1024))
        card.rows.addWidget(RowButton(each.name, size, partial(show, each)))
    if not attachments:
        card.add_words(tr("没有附件。"))
