"""更多 — what a desk needs now and then; folded in until one key folds it out."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter, OtherChannel
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Disclosure, OtherChannelKind, Urgency
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.pages.attachment_list import AttachmentList
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.tick import Tick
from liaison_desktop.ui.wrapping import Wrapping

_CHANNEL = "other_channels.0."


class MoreFields(QWidget):
    """Keys are the paths of a visit's JSON, as problems name them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = _build_fields()
        self.ticks = {
            "may_pass_name": Tick(tr("姓名、电话可以转告承办单位")),
            "may_call_back": Tick(tr("愿意接受回访")),
            "may_publish_name": Tick(tr("可以公开姓名")),
            "is_accusation": Tick(tr("举报材料")),
            f"{_CHANNEL}is_running": Tick(tr("其他渠道正在办理")),
        }
        self.attachments = AttachmentList()
        self.fill({})
        self._lay_out()
        for control in self.controls():
            control.changed.connect(self.changed)
        self.attachments.changed.connect(self.changed)

    def controls(self) -> list[Control]:
        """Return the controls in their order on the page."""
        own: dict[str, Control] = {name: field.control for name, field in self.fields.items()}
        return [*own.values(), *self.ticks.values()]

    def body(self) -> dict[str, Any]:
        """Return what is typed; one other channel at most."""
        typed: dict[str, Any] = {name: f.value() for name, f in self.fields.items()}
        typed |= {name: tick.value() for name, tick in self.ticks.items()}
        channel = {name: typed.pop(_CHANNEL + name) for name in _channel_names()}
        is_typed = any(channel[name] for name in ("kind", "ticket_no", "raised_on"))
        typed["other_channels"] = [channel] if is_typed else []
        typed["attachments"] = self.attachments.value()
        return typed

    def fill(self, body: dict[str, Any]) -> None:
        """Show what was typed before; what is usual where nothing was."""
        usual: dict[str, Any] = {
            "people_involved": "1",
            "urgency": Urgency.NORMAL,
            "disclosure": Disclosure.RESTRICTED,
            "may_call_back": True,
        }
        known = usual | body
        for channel in body.get("other_channels", []):
            known |= {_CHANNEL + name: value for name, value in channel.items()}
        for name, field in self.fields.items():
            field.set_value(known.get(name))
        for name, tick in self.ticks.items():
            tick.set_value(known.get(name))
        self.attachments.set_value(known.get("attachments", []))

    def _lay_out(self) -> None:
        f, t = self.fields, self.ticks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            rows(
                [
                    [(f["request"], 3), (f["people_involved"], 1)],
                    [
                        (f[f"{_CHANNEL}kind"], 2),
                        (f[f"{_CHANNEL}ticket_no"], 3),
                        (f[f"{_CHANNEL}raised_on"], 2),
                    ],
                    [(f["urgency"], 3), (f["disclosure"], 2), (f["place_of_issue"], 3)],
                    [(f["received_at"], 3), (f["place"], 3), (f["cause"], 3)],
                    [(f["about_unit"], 1), (f["remark"], 2)],
                ]
            )
        )
        column.addWidget(Wrapping(*t.values(), spacing=16))
        column.addWidget(self.attachments)


def _channel_names() -> list[str]:
    return ["kind", "ticket_no", "raised_on", "is_running"]


def _build_fields() -> dict[str, Field]:
    controls: dict[str, Control] = {
        "request": Box(lines=1),
        "people_involved": Line(),
        f"{_CHANNEL}kind": Choice(numbered(OtherChannelKind)),
        f"{_CHANNEL}ticket_no": Line(),
        f"{_CHANNEL}raised_on": Line(tr("如 2026-11-20")),
        "urgency": Segments(keyed(Urgency)),
        "disclosure": Segments(keyed(Disclosure)),
        "place_of_issue": Line(),
        "cause": Line(),
        "received_at": Line(tr("不填为现在；补录如 2026-11-20 09:30")),
        "place": Line(),
        "about_unit": Line(tr("不能交给被反映的单位自己办")),
        "remark": Box(lines=1),
    }
    labels = {name: field.label for name, field in fields_of(Visit).items()}
    labels |= {name: field.label for name, field in fields_of(Matter).items()}
    channel = fields_of(OtherChannel)
    labels |= {_CHANNEL + name: field.label for name, field in channel.items()}
    return {name: Field(tr(labels[name]), control) for name, control in controls.items()}
