"""`python -m tests.ui.failing` lets every override of the windows fail as Qt calls it.

Each one, in turn, is made to end in an error that C raised (`int("x")`), and our own call into Qt
leads to it, which is how PySide died of it. Its name is printed, then the error that was reported.
The objects are bare: their class is ours, and only what Qt has of them is set up.
"""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FunctionType, TracebackType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItemModel

import liaison_desktop.ui
from liaison_desktop.ui import bugs
from liaison_desktop.ui.overrides import QT, overridden

HERE, LEFT = QPointF(3, 3), Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def key(kind: Qt.Key) -> QEvent:
    return QtGui.QKeyEvent(QEvent.Type.KeyPress, kind, PLAIN, "a")


def mouse(kind: QEvent.Type) -> QEvent:
    return QtGui.QMouseEvent(kind, HERE, HERE, LEFT, LEFT, PLAIN)


def wheel() -> QEvent:
    phase = Qt.ScrollPhase.NoScrollPhase
    down = QPoint(0, -120)
    return QtGui.QWheelEvent(
        HERE, HERE, QPoint(), down, Qt.MouseButton.NoButton, PLAIN, phase, False
    )


EVENTS: dict[str, Callable[[], QEvent]] = {
    "closeEvent": QtGui.QCloseEvent,
    "event": partial(QEvent, QEvent.Type.User),
    "focusInEvent": partial(QtGui.QFocusEvent, QEvent.Type.FocusIn),
    "focusOutEvent": partial(QtGui.QFocusEvent, QEvent.Type.FocusOut),
    "hideEvent": QtGui.QHideEvent,
    "showEvent": QtGui.QShowEvent,
    "inputMethodEvent": QtGui.QInputMethodEvent,
    "keyPressEvent": partial(key, Qt.Key.Key_Left),
    "mousePressEvent": partial(mouse, QEvent.Type.MouseButtonPress),
    "mouseReleaseEvent": partial(mouse, QEvent.Type.MouseButtonRelease),
    "mouseDoubleClickEvent": partial(mouse, QEvent.Type.MouseButtonDblClick),
    "mouseMoveEvent": partial(mouse, QEvent.Type.MouseMove),
    "paintEvent": lambda: QtGui.QPaintEvent(QtCore.QRect(0, 0, 9, 9)),
    "resizeEvent": lambda: QtGui.QResizeEvent(QtCore.QSize(9, 9), QtCore.QSize(8, 8)),
    "viewportEvent": lambda: QtGui.QPaintEvent(QtCore.QRect(0, 0, 9, 9)),
    "wheelEvent": wheel,
    "hitButton": partial(mouse, QEvent.Type.MouseButtonPress),
    "keyboardSearch": partial(key, Qt.Key.Key_A),
    "reject": partial(key, Qt.Key.Key_Escape),
    "showPopup": partial(key, Qt.Key.Key_F4),
}
AT_THE_VIEWPORT = ("paint", "resize", "wheel", "mouse", "viewport")


def send(name: str, made: QtWidgets.QWidget) -> None:
    """Send the event that makes Qt call the override."""
    target: QObject = made
    if isinstance(made, QtWidgets.QAbstractScrollArea) and name.startswith(AT_THE_VIEWPORT):
        target = made.viewport()
    if isinstance(made, QtWidgets.QAbstractItemView) and made.model() is None:
        made.setModel(a_model())
    QtCore.QCoreApplication.sendEvent(target, EVENTS[name]())


def a_model() -> QStandardItemModel:
    model = QStandardItemModel(9, 2, QtWidgets.QApplication.instance())
    for row in range(9):
        model.setItem(row, 0, QtGui.QStandardItem("a"))
    return model


def a_view(made: QtWidgets.QAbstractItemDelegate) -> QtWidgets.QTableView:
    view = QtWidgets.QTableView()
    view.setModel(a_model())
    view.setItemDelegate(made)
    view.resize(200, 200)
    return view


def ask_help(made: QtWidgets.QAbstractItemDelegate) -> None:
    view = a_view(made)
    view.grab()
    event = QtGui.QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    QtCore.QCoreApplication.sendEvent(view.viewport(), event)


def filtered(made: QObject) -> None:
    watched = QObject()
    watched.installEventFilter(made)
    QtCore.QCoreApplication.sendEvent(watched, QEvent(QEvent.Type.User))


def headed(made: QtWidgets.QHeaderView) -> None:
    view = QtWidgets.QTableView()
    view.setModel(a_model())
    view.setHorizontalHeader(made)
    view.grab()


def chosen(made: QtWidgets.QAbstractItemView) -> None:
    made.setModel(a_model())
    made.setCurrentIndex(made.model().index(1, 0))


def scrolled(made: QtWidgets.QAbstractScrollArea) -> None:
    made.verticalScrollBar().setRange(0, 100)
    made.verticalScrollBar().setValue(50)


def sized(made: Any) -> None:
    if isinstance(made, QtWidgets.QAbstractItemDelegate):
        a_view(made).resizeColumnsToContents()
    else:
        laid_out(made)


def laid_out(made: QtWidgets.QWidget) -> None:
    around = QtWidgets.QWidget()
    layout = QtWidgets.QVBoxLayout(around)
    layout.addWidget(made)
    made.show()
    layout.sizeHint()
    layout.minimumSize()


def wrapped(made: QtWidgets.QWidget) -> None:
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    around = QtWidgets.QWidget()
    layout = QtWidgets.QVBoxLayout(around)
    layout.addWidget(made)
    made.show()
    layout.totalHeightForWidth(100)


def headers_of(made: QtCore.QAbstractItemModel) -> None:
    proxy = QtCore.QIdentityProxyModel()
    proxy.setSourceModel(made)
    proxy.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)


OTHERWISE: dict[str, Callable[[Any], object]] = {
    "columnCount": lambda made: made.hasIndex(0, 0),
    "currentChanged": chosen,
    "data": lambda made: made.itemData(QModelIndex()),
    "eventFilter": filtered,
    "headerData": headers_of,
    "heightForWidth": wrapped,
    "helpEvent": ask_help,
    "minimumSizeHint": laid_out,
    "open": lambda made: QtCore.QMetaObject.invokeMethod(made, "open"),
    "paint": lambda made: a_view(made).grab(),
    "paintSection": headed,
    "rowCount": lambda made: made.hasIndex(0, 0),
    "scrollContentsBy": scrolled,
    "sizeHint": sized,
}


def ours() -> Iterator[type]:
    """Yield every class of the windows that is made of Qt's."""
    for module in pkgutil.walk_packages(liaison_desktop.ui.__path__, "liaison_desktop.ui."):
        importlib.import_module(module.name)
    waiting, seen = [QObject], set()
    while waiting:
        for made in type.__subclasses__(waiting.pop()):
            if made not in seen:
                seen.add(made)
                waiting.append(made)
                if made.__module__.startswith("liaison_desktop."):
                    yield made


def bare(made: type, name: str) -> Any:
    """Return an object of the class that is set up as Qt's below it, with that override alone."""
    below = next(base for base in made.__mro__ if base.__module__.startswith(QT))
    others = {
        other: getattr(below, other)
        for base in made.__mro__[: made.__mro__.index(below)]
        for other in overridden(base)
        if other not in (name, "rowCount", "columnCount", "data")
    }
    start: dict[str, Any] = {"__init__": below.__init__}
    if issubclass(made, QtCore.QAbstractItemModel):
        others |= {n: lambda *_: 1 for n in ("rowCount", "columnCount") if n != name}
    kind = type(made.__name__, (made,), start | others)
    return kind(Qt.Orientation.Horizontal) if below is QtWidgets.QHeaderView else kind()


@contextmanager
def failing(override: FunctionType) -> Iterator[None]:
    """Give what Qt calls a body that C ends, wherever a guard around it may stand."""

    def body(*_given: object) -> None:
        int("x")

    inner = getattr(override, "__wrapped__", override)
    usual = inner.__code__
    inner.__code__ = body.__code__.replace(co_freevars=usual.co_freevars)
    yield
    inner.__code__ = usual


def trigger(made: type, name: str) -> None:
    kept.append(bare(made, name))
    if name in OTHERWISE:
        OTHERWISE[name](kept[-1])
    else:
        send(name, kept[-1])


def fail_in_turn() -> None:
    """Let Qt call each override from a slot, as most things happen in the program."""
    for made in sorted(ours(), key=lambda made: (made.__module__, made.__qualname__)):
        for name in overridden(made):
            print(f"{made.__module__}.{made.__qualname__}.{name}", end=" ", flush=True)
            with failing(vars(made)[name]):
                QtCore.QTimer.singleShot(0, application.quit)
                QtCore.QTimer.singleShot(0, partial(trigger, made, name))
                application.exec()
            print(flush=True)


def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    print(kind.__name__, end=" ", flush=True)
    bugs.report(kind, error, trace)
    for box in application.topLevelWidgets():
        if isinstance(box, QtWidgets.QMessageBox):
            box.close()


kept: list[QObject] = []
application = QtWidgets.QApplication([])
if __name__ == "__main__":
    sys.excepthook = told
    fail_in_turn()
