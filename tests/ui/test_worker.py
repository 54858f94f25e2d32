"""One worker: in order, off the screen's thread, and back again."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liaison_desktop.model.faults import Fault, Refused
from liaison_desktop.ui.worker import Worker
from tests.ui.hands import Until


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.stop()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_a_job_runs_elsewhere_and_its_result_comes_back_here(
    worker: Worker, owner: QObject, until: Until
):
    places: list[threading.Thread] = []

    worker.ask(
        owner,
        lambda: places.append(threading.current_thread()),
        lambda _none: places.append(threading.current_thread()),
    )

    until(lambda: len(places) == 2)
    assert places[0] is not threading.main_thread()
    assert places[1] is threading.main_thread()


def test_jobs_run_in_the_order_they_were_asked(worker: Worker, owner: QObject, until: Until):
    done: list[int] = []

    for number in range(50):
        worker.ask(owner, lambda number=number: number, done.append)

    until(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_fault_comes_back_as_itself(worker: Worker, owner: QObject, until: Until):
    faults: list[Fault] = []

    def refuse() -> None:
        raise Refused("reason_missing")

    worker.ask(owner, refuse, lambda _none: None, faults.append)

    until(lambda: bool(faults))
    assert faults[0].code == "reason_missing"


def test_a_bug_is_raised_on_the_side_of_the_screen(
    worker: Worker, owner: QObject, qtbot: QtBot, until: Until
):
    with qtbot.captureExceptions() as raised:
        worker.ask(owner, lambda: 1 / 0, lambda _none: None, lambda _fault: None)
        until(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError


def test_an_answer_nobody_waits_for_is_dropped(worker: Worker, owner: QObject, until: Until):
    from shiboken6 import delete

    done: list[str] = []
    gate = threading.Event()
    gone = QObject()
    worker.ask(gone, lambda: gate.wait(5), lambda _none: done.append("gone"))
    delete(gone)
    gate.set()
    worker.ask(owner, lambda: None, lambda _none: done.append("here"))

    until(lambda: bool(done))
    assert done == ["here"]


def test_stopping_finishes_what_was_asked(owner: QObject):
    done: list[int] = []
    worker = Worker()
    for number in range(20):
        worker.ask(owner, lambda number=number: done.append(number), lambda _none: None)

    worker.stop()

    assert done == list(range(20))


def test_what_a_job_holds_is_let_go_in_the_thread_of_the_screen(worker: Worker, until: Until):
    threads: list[threading.Thread] = []

    class Held:
        def __del__(self) -> None:
            threads.append(threading.current_thread())

    def ask(held: Held) -> None:
        worker.ask(owner, lambda: held, lambda _held: None)

    owner = QObject()
    ask(Held())

    until(lambda: bool(threads))
    assert threads == [threading.main_thread()]
