"""No fault without its sentence, and no sentence that a fault cannot fill."""

import re
import string
from pathlib import Path

import pytest

from liaison_desktop import paths
from liaison_desktop.model.faults import (
    PACKAGE_CODES,
    NotAllowed,
    NotFound,
    NotSaved,
    Problem,
    ProblemCode,
    Refused,
    StaleRecord,
    Unusable,
    WrongPassword,
)
from liaison_desktop.model.sentences import PROBLEMS, SENTENCES, problem_sentence, sentence

RAISED = re.compile(r'(?:Refused|PackageRefused|Unusable|fault_of)\(\s*"([a-z_0-9]+)"')


def _raised_codes() -> set[str]:
    sources = Path(paths.PACKAGE).rglob("*.py")
    return {code for path in sources for code in RAISED.findall(path.read_text(encoding="utf-8"))}


def test_every_code_that_is_raised_has_its_sentence() -> None:
    assert sorted((_raised_codes() | set(PACKAGE_CODES)) - set(SENTENCES)) == []


def test_every_problem_has_its_sentence() -> None:
    assert set(PROBLEMS) == set(ProblemCode)
    template, facts = problem_sentence(Problem("name", ProblemCode.TOO_LONG, detail="50"))
    assert template.format(**facts) == "最多 50 个字"


@pytest.mark.parametrize(
    "fault",
    [
        NotSaved([]),
        NotAllowed("export"),
        NotFound("visit", "QHJD"),
        StaleRecord("visit"),
        Unusable("disk_full", "D:/"),
        WrongPassword(),
        WrongPassword(60),
        Refused("a_code_of_tomorrow"),
    ],
)
def test_a_fault_fills_its_sentence(fault: Refused) -> None:
    template, facts = sentence(fault)
    assert "{" not in template.format(**facts)


def test_the_fields_of_a_sentence_are_facts_that_faults_bear() -> None:
    """Every such code is raised with the fact: a sentence must never fail while it is said."""
    used = {
        field
        for template in SENTENCES.values()
        for _, field, _, _ in string.Formatter().parse(template)
        if field
    }
    assert used <= {"key", "path", "code", "line", "side", "found", "name", "kind", "uid"}


def test_every_sentence_says_more_than_what_happened() -> None:
    for code, template in SENTENCES.items():
        assert re.fullmatch(r".+[；，。：].+。", template), code
