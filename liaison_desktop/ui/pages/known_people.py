"""Finds people while a name is typed, the input method's Latin preedit included."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from liaison_desktop.desk.people import People
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.person import Person
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.worker import Worker

DELAY_MS = 120


class KnownPeople(QObject):
    """Offers known people under one name line, and goes with it."""

    def __init__(self, worker: Worker, people: People, suggestions: Suggestions) -> None:
        super().__init__(suggestions.line)
        self._worker, self._people, self._suggestions = worker, people, suggestions
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._ask)

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Look for what stands in the line, preedit marks left out."""
        self._text = text.replace("'", "").replace(" ", "")
        if self._text:
            self._timer.start()
        else:
            self._timer.stop()
            self._suggestions.offer([])

    def stop(self) -> None:
        """Offer nothing until something is typed again."""
        self._timer.stop()
        self._text = ""
        self._suggestions.hide()

    @Slot()
    def _ask(self) -> None:
        text = self._text
        self._worker.ask(self, partial(self._people.find, text), partial(self._offer, text))

    def _offer(self, text: str, people: list[Person]) -> None:
        if text == self._text:
            self._suggestions.offer([(_line(person), person) for person in people])


def _line(person: Person) -> str:
    sex = tr(word(person.sex)) if person.sex else ""
    facts = [person.name, sex, mask_phone(person.phone), person.address]
    return "　".join(fact for fact in facts if fact)
