"""全键盘登记 — the keys of the page, beside the form where there is room."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.texts import label


class KeyCard(QFrame):
    """A list of keys and what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Picture("keyboard", "primary", 20))
        head.addWidget(label(tr("全键盘登记"), "section"), 1)
        column.addLayout(head)
        for key, words in _keys():
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(label(key, "key"))
            line.addWidget(label(words, "small"), 1)
            column.addLayout(line)


def _keys() -> list[tuple[str, str]]:
    return [
        (tr("回车"), tr("下一项")),
        ("Tab", tr("下一项（内容框里也是）")),
        (tr("数字键"), tr("选择选项")),
        (tr("↓ 或数字"), tr("选用已知来访人")),
        ("F3", tr("更多项目")),
        ("F4", tr("草稿")),
        ("F6", tr("再加一位来访人")),
        ("F7", tr("请来访人核对")),
        (tr("Ctrl+回车"), tr("保存")),
        ("Ctrl+P", tr("保存并打印")),
        ("F2", tr("登记下一位")),
        ("Esc", tr("放下（草稿自动保留）")),
    ]
