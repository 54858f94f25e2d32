"""Finds people while a name is typed, the input method's Latin preedit included."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from liaison_desktop.desk.people import Known, People
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.worker import Worker


class KnownPeople(QObject):
    """Offers known people under one name line, and goes with it.

    Every key asks at once; what a later key has overtaken is not looked for any more.
    """

    def __init__(self, worker: Worker, people: People, suggestions: Suggestions) -> None:
        super().__init__(suggestions.line)
        self._people, self._suggestions = people, suggestions
        self._newest = Newest(self, worker)
        self._text = ""

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Look for what stands in the line, once for each text: an input method tells it twice."""
        if text.strip() == self._text:
            return
        self._text = text.strip()
        if self._text:
            task = partial(self._people.suggest, self._text)
            self._newest.ask(task, partial(self._offer, self._text), _pass)
        else:
            self._suggestions.offer([])

    def stop(self) -> None:
        """Offer nothing until something is typed again."""
        self._text = ""
        self._suggestions.hide()

    def _offer(self, text: str, found: list[Known]) -> None:
        if text == self._text:
            self._suggestions.offer([(line_of(known), known) for known in found])


def line_of(known: Known) -> str:
    """Return who is meant, in one line: the phone masked, the visits counted."""
    person = known.person
    sex = tr(word(person.sex)) if person.sex else ""
    facts = [person.name, sex, mask_phone(person.phone), person.address, visits_of(known)]
    return "　".join(fact for fact in facts if fact)


def visits_of(known: Known) -> str:
    """Return how often somebody came, and when last; "" for one who never did."""
    if known.last_visit is None:
        return ""
    words = tr("来过 {count} 次，上次 {day}")
    return words.format(count=known.visits, day=known.last_visit.isoformat())


def _pass(_fault: Fault) -> None:
    """Offer nobody: the name can be typed all the same."""
