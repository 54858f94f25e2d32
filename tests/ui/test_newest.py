"""Of questions that overtake each other only the newest is worked at and answered."""

from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liaison_desktop.model.faults import Fault, Overtaken, Unusable
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.worker import Worker
from tests.ui.hands import Until


def wait_while(is_wanted: Callable[[], bool]) -> None:
    until = monotonic() + 20
    while is_wanted():
        assert monotonic() < until


def test_only_the_newest_is_worked_at_and_answered(until: Until, qapp: object):
    owner, worker, may_work = QObject(), Worker(), Event()
    newest = Newest(owner, worker)
    worked: list[int] = []
    answers: list[int] = []

    def work(number: int) -> int:
        worked.append(number)
        may_work.wait(20)
        return number

    for number in range(1, 5):
        newest.ask(lambda n=number: work(n), answers.append, lambda _fault: None)  # type: ignore[misc]  # bound early
        until(lambda: worked == [1])
    may_work.set()

    until(lambda: bool(answers))
    worker.stop()
    assert worked == [1, 4]
    assert answers == [4]


def test_the_refusal_of_an_overtaken_question_is_not_told(until: Until, qapp: object, qtbot: QtBot):
    owner, worker = QObject(), Worker()
    newest = Newest(owner, worker)
    told: list[Fault] = []
    answers: list[str] = []
    has_begun, may_fail = Event(), Event()

    def fail() -> str:
        has_begun.set()
        may_fail.wait(20)
        raise Unusable("read_only")

    newest.ask(fail, answers.append, told.append)
    until(has_begun.is_set)
    newest.ask(lambda: "后来的", answers.append, told.append)
    may_fail.set()

    until(lambda: answers == ["后来的"])
    worker.stop()
    assert told == []


def test_what_takes_long_is_given_up_for_a_newer_question(until: Until, qapp: object):
    owner, worker = QObject(), Worker()
    newest = Newest(owner, worker)
    told: list[Fault] = []
    answers: list[str] = []
    has_begun, is_given_up = Event(), Event()

    def read_on(is_wanted: Callable[[], bool]) -> str:
        has_begun.set()
        wait_while(is_wanted)
        is_given_up.set()
        raise Overtaken

    newest.ask_at_length(read_on, answers.append, told.append)
    until(has_begun.is_set)
    newest.ask(lambda: "后来的", answers.append, told.append)

    until(lambda: answers == ["后来的"])
    worker.stop()
    assert is_given_up.is_set()
    assert told == []


def test_what_takes_long_makes_way_for_others_and_is_begun_anew(until: Until, qapp: object):
    owner, worker = QObject(), Worker()
    newest = Newest(owner, worker)
    done: list[str] = []
    has_begun = Event()
    times: list[None] = []

    def read_on(is_wanted: Callable[[], bool]) -> str:
        times.append(None)
        has_begun.set()
        if len(times) == 1:
            wait_while(is_wanted)
            raise Overtaken
        return "名单"

    newest.ask_at_length(read_on, done.append, lambda _fault: None)
    until(has_begun.is_set)
    worker.ask(owner, lambda: "打开", done.append)

    until(lambda: len(done) == 2)
    worker.stop()
    assert done == ["打开", "名单"]
    assert len(times) == 2
