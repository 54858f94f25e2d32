"""A form that is being saved: nothing of it is kept behind the save, and nothing of it is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.worker import Worker
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.hands import Until

FORM = "visit"


class Form(QObject):
    """A form of one line; its save waits until it is let go, and is refused where it is to be."""

    def __init__(self, desk: Desk, worker: Worker) -> None:
        super().__init__()
        self.desk, self.worker = desk, worker
        self.uid, self.text = new_uid(desk.now()), ""
        self.is_refused = False
        self.let_go, self.ended = Event(), Event()
        self.keeper = DraftKeeper(worker, desk.drafts, FORM, self)
        self.keeper.begin(self.uid, lambda: {"text": self.text} if self.text else None)

    def type(self, text: str) -> None:
        self.text = text
        self.keeper.touch()

    def save(self) -> None:
        self.keeper.rest()
        self.worker.ask(self, self._save, lambda _none: self._end(self.keeper.end), self._refuse)

    def kept(self) -> list[str]:
        return [draft.body["text"] for draft in self.desk.drafts.find(FORM)]

    def _save(self) -> None:
        assert self.let_go.wait(10)
        if self.is_refused:
            raise Refused("reason_missing")
        self.desk.drafts.drop(self.uid)

    def _refuse(self, _fault: object) -> None:
        self._end(self.keeper.keep_on)

    def _end(self, how: Callable[[], object]) -> None:
        how()
        self.ended.set()


@pytest.fixture
def form(home: Path, clock: StoppedClock) -> Iterator[Form]:
    desk, worker = a_desk(home, clock, CLERK), Worker()
    yield Form(desk, worker)
    worker.stop()
    desk.close()


def test_nothing_is_kept_behind_a_save(form: Form, until: Until):
    form.type("路灯")
    form.save()
    form.type("路灯不亮")
    form.keeper.keep_now()
    form.let_go.set()

    until(form.ended.is_set)
    done: list[str] = []
    form.worker.ask(form, form.kept, done.extend)
    form.worker.ask(form, lambda: "all", done.append)
    until(lambda: done == ["all"])


def test_what_is_saved_is_kept_until_it_is(form: Form, until: Until):
    form.type("路灯不亮")
    form.save()

    until(lambda: form.kept() == ["路灯不亮"])
    form.let_go.set()
    until(form.ended.is_set)
    assert form.kept() == []


def test_a_refused_form_is_kept_with_what_was_typed_meanwhile(form: Form, until: Until):
    form.is_refused = True
    form.type("路灯")
    form.save()
    form.type("路灯不亮")
    form.let_go.set()

    until(lambda: form.ended.is_set() and form.kept() == ["路灯不亮"])


@pytest.mark.parametrize(("is_refused", "kept"), [(True, ["路灯不亮"]), (False, [])])
def test_who_goes_while_it_is_saved_goes_when_it_has_ended(
    form: Form, until: Until, is_refused: bool, kept: list[str]
):
    form.is_refused = is_refused
    form.type("路灯")
    form.save()
    form.type("路灯不亮")
    left: list[list[str]] = []
    form.keeper.put_down(lambda: left.append(form.kept()))
    form.let_go.set()

    until(lambda: bool(left))
    assert form.ended.is_set()
    assert left == [kept]
