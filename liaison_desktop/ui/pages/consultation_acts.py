"""What is done with a whole meeting: one act leads on from each state, the others lead back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.words import tr

Do = Callable[[Desk, Consultation, str], object]


@dataclass(frozen=True)
class Act:
    """One act: its word, what it does with a reason, what is said then, and what is asked before.

    `question` is asked where there is one, and with it the reason, which is a draft under `key`.
    """

    key: str
    label: str
    picture: str
    does: Do
    done: str
    question: str = ""


OPEN = Act(
    "open",
    tr("开始记录"),
    "next",
    lambda desk, seen, _reason: desk.talk.meetings.open(seen),
    tr("开始记录，时间已记下。"),
)
CANCEL = Act(
    "cancel",
    tr("取消会议"),
    "withdraw",
    lambda desk, seen, reason: desk.talk.meetings.cancel(seen, reason),
    tr("已取消。"),
    tr("取消这次会议：筹备的内容都留着，之后可以恢复。"),
)
RESTORE = Act(
    "restore",
    tr("恢复会议"),
    "undo",
    lambda desk, seen, _reason: desk.talk.meetings.restore(seen),
    tr("已恢复。"),
)
WITHDRAW = Act(
    "withdraw",
    tr("撤回"),
    "withdraw",
    lambda desk, seen, reason: desk.talk.meetings.withdraw(seen, reason),
    tr("已撤回。"),
    tr("撤回是登记错了才用：这次会议从清单里隐去，历史和编号都留着。"),
)

LEADING: Mapping[State, Act] = {
    State.PLANNED: OPEN,
    State.CANCELLED: RESTORE,
}
"""The one primary act of a state; 审签 has those of a record that is written."""

FURTHER: Mapping[State, tuple[Act, ...]] = {
    State.PLANNED: (CANCEL, WITHDRAW),
    State.CANCELLED: (WITHDRAW,),
}
"""The acts beside it."""
