"""What happened, as a person reads it: the desk raises facts, the screen writes the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison_desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from liaison_desktop.model.faults import Fault, Problem


def say(fault: Fault) -> str:
    """Return what happened, what is safe and what to do."""
    from liaison_desktop.model.sentences import sentence

    template, facts = sentence(fault)
    words = {name: tr(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return tr(template).format(**words)  # a fact may be a word of the house


def say_problem(problem: Problem) -> str:
    """Return what is wrong with one field, to stand on its label line."""
    from liaison_desktop.model.sentences import problem_sentence

    template, facts = problem_sentence(problem)
    return tr(template).format(**facts)


def say_problems(problems: Iterable[Problem], name_of: Callable[[str], str]) -> str:
    """Return every problem whole with its field: a narrow one shows only the beginning of its own.

    `name_of` gives what the screen calls a field.
    """
    said = [f"{name_of(problem.field)}：{say_problem(problem)}" for problem in problems]
    return tr("；").join(dict.fromkeys(said))
