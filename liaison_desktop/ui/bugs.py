"""Our own mistakes: where they happened goes to the error stream, never what was typed."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from liaison_desktop.ui.i18n import tr


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that something went wrong: its kind and places for us, one sentence for the clerk.

    The message of an exception is left out, for it may hold a value that somebody typed.
    """
    places = [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    sys.stderr.write("\n".join([kind.__name__, *places, ""]))
    if isinstance(QApplication.instance(), QApplication):
        _say(kind.__name__)


def _say(kind: str) -> None:
    words = tr("程序出了错（{kind}）。已经输入的内容都留作草稿；请关闭程序再打开，继续填写。")
    box = QMessageBox(QApplication.activeWindow())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("联络站前台"))
    box.setText(words.format(kind=kind))
    box.open()
