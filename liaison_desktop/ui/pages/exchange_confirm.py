"""Whose invitation it is: the county's name and fingerprint, to be compared before joining."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.desk.exchange_facts import CountyFacts
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.tick import Tick


class ConfirmCounty(QWidget):
    """`join` is called with the fingerprint that the clerk compared, `refuse` where it differs.

    Both buttons are for the row of buttons of whoever shows this.
    """

    def __init__(self, join: Callable[[str], object], refuse: Callable[[], object]) -> None:
        super().__init__()
        self._join = join
        self._county: CountyFacts | None = None
        self.name = label("", "title", wraps=True)
        self.fingerprint = label("", "title", wraps=True)
        self.fingerprint.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.former = label("", "warn", wraps=True)
        self.compared = Tick(tr("已打电话核对，指纹一致"))
        self.compared.say_name(self.compared.text())
        self.message = label("", "danger", wraps=True)
        self.join = Button(tr("加入"), self.press_join, kind="primary", picture="link")
        self.differs = Button(tr("不一致"), refuse)
        self.differs.setAccessibleDescription(tr("指纹不一致，不加入"))
        self.compared.entered.connect(self.join.setFocus)
        self.compared.changed.connect(lambda: self.message.setText(""))
        self._lay_out()

    def begin(self, county: CountyFacts, former: CountyFacts | None) -> None:
        """Show a county; nothing is ticked, and Enter alone joins nothing."""
        self._county = county
        name = tr("{name}（{code}）").format(name=county.name, code=county.code)
        show_typed(self.name, name)
        self.fingerprint.setText(county.fingerprint)
        self.former.setText(_former(county, former))
        self.former.setVisible(bool(self.former.text()))
        self.compared.setChecked(False)
        self.message.setText("")
        words = tr("{name}，指纹 {fingerprint}")
        self.compared.setAccessibleDescription(
            words.format(name=county.name, fingerprint=county.fingerprint)
        )
        self.compared.setFocus()

    def press_join(self) -> None:
        """Join, if the fingerprints were compared."""
        if self._county is None or not self.compared.value():
            words = tr("请先打电话核对指纹，一致才打勾加入；还没有加入，什么也没有改动。")
            self.message.setText(words)
            self.compared.setFocus()
            return
        self._join(self._county.fingerprint)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("这份邀请文件来自下面的县（区），它的指纹是"), "small"))
        column.addWidget(self.name)
        column.addWidget(self.fingerprint)
        column.addWidget(self.former)
        what = tr(
            "请用已知的号码打电话到县（区），让对方念指纹。"
            "加入后，上报只有它能打开；本站密码和恢复单都丢了时，它的恢复密钥也能打开本站数据。"
        )
        column.addWidget(label(what, "small", wraps=True))
        for widget in (self.compared, self.message):
            column.addWidget(widget)


def _former(county: CountyFacts, former: CountyFacts | None) -> str:
    if former is None:
        return ""
    if former.fingerprint == county.fingerprint:
        return tr("本站已经加入这个县（区），密钥没有变；再加入一次也没有关系。")
    return tr(
        "注意：和本站已加入时的指纹不同（原来是 {fingerprint}），务必核实县（区）真的换了密钥。"
    ).format(fingerprint=former.fingerprint)
