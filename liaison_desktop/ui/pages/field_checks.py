"""What is said at a field while it is typed: refused text, odd phones, characters no font has."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from liaison_desktop.desk.papers import Papers
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Field as Declared
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.idcodes import looks_like_phone
from liaison_desktop.model.matter import Matter, OtherChannel
from liaison_desktop.model.texts import BIDI_CONTROLS, text_problems, visible
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.worker import Worker

GLYPHS_MS = 250
"""From the last key to the question whether every character can be printed."""


class FieldChecks(QObject):
    """Watches text fields. Only refused text is an error; all else is said and never in the way."""

    def __init__(self, worker: Worker, papers: Papers, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._papers = worker, papers
        self._changed: dict[str, Field] = {}
        self._missing: dict[Field, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=GLYPHS_MS)
        self._timer.timeout.connect(self._ask_for_glyphs)

    def watch(self, path: str, field: Field) -> None:
        """Say at the field what is wrong with its text, from now on."""
        field.control.changed.connect(partial(self._note_change, path, field))
        field.control.left.connect(partial(self._judge, path, field, is_left=True))

    def _note_change(self, path: str, field: Field) -> None:
        if isinstance(field.value(), str):
            self._missing.pop(field, None)
            self._judge(path, field)
            self._changed[path] = field
            self._timer.start()

    def _judge(self, path: str, field: Field, *, is_left: bool = False) -> None:
        text = field.value()
        if not isinstance(text, str):
            return
        if problems := _refused(path, text):
            field.say(problems[0])
        elif BIDI_CONTROLS.intersection(text):
            marks = "".join(visible(c) for c in dict.fromkeys(text) if c in BIDI_CONTROLS)
            words = tr("有改变文字方向的符号 {marks}，会照原样保存")
            field.show_message(words.format(marks=marks), "warn")
        elif is_left and path.endswith(".phone") and text.strip() and not looks_like_phone(text):
            field.say(Problem(path, ProblemCode.UNUSUAL_PHONE, is_error=False))
        elif missing := self._missing.get(field):
            field.say(Problem(path, ProblemCode.NO_GLYPH, is_error=False, detail=missing))
        else:
            field.say(None)

    @Slot()
    def _ask_for_glyphs(self) -> None:
        asked = {path: field for path, field in self._changed.items() if isValid(field)}
        self._changed = {}
        texts = {path: str(field.value() or "") for path, field in asked.items()}
        self._worker.ask(
            self,
            partial(_missing_by_path, self._papers, texts),
            partial(self._note_missing, asked),
        )

    def _note_missing(self, asked: dict[str, Field], found: dict[str, str]) -> None:
        for path, missing in found.items():
            if isValid(asked[path]):
                self._missing[asked[path]] = missing
                self._judge(path, asked[path])


def _missing_by_path(papers: Papers, texts: dict[str, str]) -> dict[str, str]:
    found = {path: papers.missing_characters(text) for path, text in texts.items()}
    return {path: "".join(missing) for path, missing in found.items() if missing}


def _refused(path: str, text: str) -> list[Problem]:
    declared = _declared(path)
    size = declared.size if declared else None
    is_long = declared.multiline if declared else False
    return text_problems(path, text, size, multiline=is_long)


def _declared(path: str) -> Declared | None:
    first, _, rest = path.partition(".")
    name = rest.rpartition(".")[2] if rest else first
    parts: dict[str, list[type]] = {"visitors": [Visitor], "other_channels": [OtherChannel]}
    kinds = parts.get(first, [Visit, Matter])
    found = [fields_of(kind)[name] for kind in kinds if name in fields_of(kind)]
    return found[0] if found else None
