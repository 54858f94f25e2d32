"""Between two visitors: nobody's data on the screen, and what was not saved offered again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame, scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.rows import centred
from liaison_desktop.ui.texts import label, show_typed


class StartPanel(QWidget):
    """`resumed` carries the draft to go on with, `dropped` the one given up."""

    resumed = Signal(object)
    dropped = Signal(object)

    def __init__(self, register: Callable[[], object]) -> None:
        super().__init__()
        self.register = Button(
            tr("登记来访"), register, kind="primary", picture="register", key="F2"
        )
        self.resume_buttons: list[Button] = []
        self.drop_buttons: list[DropButton] = []
        self._drafts = frame("card")
        self._list = QVBoxLayout(self._drafts)
        self._lay_out()

    def show_drafts(self, drafts: Sequence[KeptDraft]) -> None:
        """Offer what was typed and not saved; the focus stands where it is wanted."""
        while (item := self._list.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        self.resume_buttons, self.drop_buttons = [], []
        self._list.addWidget(label(tr("恢复上次未保存的内容"), "section"))
        for draft in drafts:
            self._list.addWidget(self._line(draft))
        self._list.addStretch(1)
        self._drafts.setVisible(bool(drafts))
        (self.resume_buttons or [self.register])[0].setFocus()

    def _line(self, draft: KeptDraft) -> QWidget:
        line = QWidget()
        words = label("")
        who, when = name_of(draft), f"{draft.changed_at.astimezone(SHANGHAI):%m-%d %H:%M}"
        title = str(draft.body.get("title") or "")
        show_typed(words, "　".join(each for each in (who, title, when) if each))
        resume = Button(tr("继续填写"), partial(self.resumed.emit, draft), kind="small")
        resume.setAccessibleName(f"{tr('继续填写')} {who} {when}")
        drop = DropButton(f"{who} {when}", partial(self.dropped.emit, draft))
        self.drop_buttons.append(drop)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(resume)
        row.addWidget(drop)
        self.resume_buttons.append(resume)
        return line

    def _lay_out(self) -> None:
        picture = Picture("person", "text3", 48)
        self._list.setContentsMargins(20, 14, 20, 14)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(tr("来访人到站后，按 F2 登记"), "section")
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.register, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        self._scroll = scroll = scrolling(self._drafts)
        scroll.setMinimumWidth(640)
        scroll.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column.addLayout(centred(scroll), 8)
        column.addStretch(3)
        self._drafts.hide()


class DropButton(Button):
    """Gives a draft up at the second press only: text is not lost by a slip.

    A double click is one press, and whoever goes on to something else is asked anew.
    """

    def __init__(self, whose: str, drop: Callable[[], object]) -> None:
        super().__init__("", self._press, kind="small")
        self._whose, self._drop = whose, drop
        self._ask(is_asked=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ask(is_asked=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _press(self) -> None:
        if self._is_asked:
            self._drop()
        else:
            self._ask(is_asked=True)

    def _ask(self, *, is_asked: bool) -> None:
        self._is_asked = is_asked
        words = tr("真不要了？再按一次") if is_asked else tr("不要了")
        self.setText(words)
        self.setAccessibleName(f"{words} {self._whose}")


def name_of(draft: KeptDraft) -> str:
    """Return whose draft it is, masked: the next visitor may see the screen."""
    visitors = draft.body.get("visitors")
    first = visitors[0] if isinstance(visitors, list) and visitors else {}
    if first.get("anonymous"):
        return tr("匿名来访人")
    return mask_name(str(first.get("name", ""))) or tr("未填姓名")
