"""Where the program lets something be typed, and hands that type there and look into the store."""

import ast
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

import liaison_desktop.ui
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import EDITIONS
from liaison_desktop.ui.main_window import MainWindow
from tests.ui.hands import Until

UI = Path(liaison_desktop.ui.__file__).parent
PATIENCE = 6.0
"""Seconds that a text has to come into the store."""

NOT_KEPT = {
    "first_steps.py": "there is no store yet",
    "recovery.py": "a secret",
    "password.py": "a secret",
    "restoring.py": "there is no store yet, or it is being replaced",
    "pages/backup.py": "a login, which stands there already, beside a password",
    "typing_line.py": "a trial of the input method",
    "sheet_field.py": "a file's path",
    "main_window.py": "looks for something",
    "printing/paper_panel.py": "how many copies",
    "pages/filter_bar.py": "looks for something",
    "pages/signing_in.py": "looks for something",
    "pages/consultation_list.py": "looks for something",
    "pages/pick_people.py": "looks for something",
    "pages/linked_matters.py": "looks for something",
    "pages/roll_panel.py": "looks for something",
    "pages/ask_status.py": "looks for something",
    "pages/drawing.py::_show_groups": "a number for a roster that is read from a file",
}
"""Where text is typed that no draft holds, as "file" or "file::function", each with its reason."""


def kinds() -> set[str]:
    """Return the names of every class that is a line or a box."""
    trees = [ast.parse(path.read_text("utf-8")) for path in UI.rglob("*.py")]
    bases = {
        node.name: {getattr(base, "id", "") for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found: set[str] = {"Line", "Box"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def sites() -> dict[str, str]:
    """Return every place of the source where a line or a box is made, with its function."""
    found, typed_into = {}, kinds()
    for path in sorted(UI.rglob("*.py")):
        file = path.relative_to(UI).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        named = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in typed_into:
                around = [
                    one for one in named if one.lineno <= node.lineno <= (one.end_lineno or 0)
                ]
                function = max(around, key=lambda one: one.lineno).name if around else ""
                found[f"{file}:{node.lineno}"] = f"{file}::{function}"
    return found


def need_not_be_kept(site: str) -> bool:
    function = sites_of_source[site]
    return function in NOT_KEPT or function.partition("::")[0] in NOT_KEPT


sites_of_source = sites()


class Walk:
    """Types into what a page shows, and looks whether the store has it."""

    def __init__(self, window: MainWindow, desk: Desk, until: Until) -> None:
        self.window, self.desk, self.until = window, desk, until
        self.kept: set[str] = set()
        self.lost: list[str] = []
        self._typed = 0

    def look(self, where: str, within: QWidget | None = None) -> None:
        """Type into everything that is shown, and into what a choice would show."""
        typed: dict[str, tuple[str, bool]] = {}
        for control in self._controls(within or self.window):
            site = str(control.property("made_at"))
            is_shown = control.isVisible()
            if need_not_be_kept(site) or not (is_shown or _is_by_choice(control)):
                continue
            if not is_shown and site in self.kept:
                continue
            self._typed += 1
            text = f"和平{self._typed:04}号"
            control.setText(text) if isinstance(control, QLineEdit) else control.setPlainText(text)
            typed[text] = (site, is_shown)
        self._wait(where, typed)

    def _controls(self, within: QWidget) -> list[QLineEdit | QPlainTextEdit]:
        found = [*within.findChildren(QLineEdit), *within.findChildren(QPlainTextEdit)]
        return [
            one
            for one in found
            if one.property("made_at") and one.isEnabled() and not one.isReadOnly()
        ]

    def _wait(self, where: str, typed: dict[str, tuple[str, bool]]) -> None:
        latest = time.monotonic() + PATIENCE
        shown = {text for text, (_site, is_shown) in typed.items() if is_shown}
        while (missing := shown - self._stored(shown)) and time.monotonic() < latest:
            QApplication.processEvents()
            time.sleep(0.02)
        stored = self._stored(set(typed))
        self.kept |= {typed[text][0] for text in stored}
        self.lost += [f"{where}: {typed[text][0]}" for text in sorted(missing)]

    def _stored(self, texts: set[str]) -> set[str]:
        bodies = "".join(str(one.body) for form in EDITIONS for one in self.desk.drafts.find(form))
        return {text for text in texts if text in bodies}


def _is_by_choice(control: QWidget) -> bool:
    """Whether a field is hidden with at most what stands around it, in a form that is shown."""
    around: QWidget | None = control
    for _level in range(3):
        around = around.parentWidget() if around is not None else None
    return around is not None and around.isVisible()
