"""What a verb answers: JSON for programs, plain lines for people, sentences for faults."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from liaison_desktop.model.crash import crash_report
from liaison_desktop.model.faults import Fault, NotSaved, Problem, Refused, Unusable, WrongPassword
from liaison_desktop.model.sentences import problem_sentence, sentence
from liaison_desktop.model.texts import visible

DONE, OURS, USAGE, REFUSED, UNUSABLE, WRONG_PASSWORD = 0, 1, 2, 3, 4, 5
"""Exit codes; 1 is a mistake of ours."""


@dataclass(frozen=True)
class Answer:
    """`content` is printed with --json, `lines` without; `code` is the exit code."""

    content: object
    lines: Sequence[str] = field(default_factory=list)
    code: int = DONE


def show(answer: Answer, *, as_json: bool) -> None:
    """Print an answer to standard output."""
    if as_json:
        show_json(answer.content)
        return
    for line in answer.lines:
        print(visible(line))


def show_json(content: object) -> None:
    """Print one JSON value on one line; a lone surrogate is written as an escape."""
    text = json.dumps(content, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(content)
    print(text)


def refusal(fault: Fault) -> tuple[dict[str, object], int]:
    """Return the JSON of a fault and its exit code."""
    if isinstance(fault, NotSaved):
        problems = [problem.as_json() for problem in fault.problems]
        return {"refused": fault.code, "problems": problems}, REFUSED
    if isinstance(fault, Refused):
        return {"refused": fault.code, "problems": []}, REFUSED
    if isinstance(fault, WrongPassword):
        return {"refused": fault.code, "wait_seconds": fault.wait_seconds}, WRONG_PASSWORD
    assert isinstance(fault, Unusable)  # noqa: S101 - the tree of faults has no other branch
    return {"refused": fault.code, "path": fault.path}, UNUSABLE


def show_fault(fault: Fault, *, as_json: bool) -> int:
    """Print a fault's sentence to standard error, with --json its code; return the exit code."""
    content, code = refusal(fault)
    if as_json:
        show_json(content)
    template, facts = sentence(fault)
    print(visible(template.format(**facts)), file=sys.stderr)
    if isinstance(fault, NotSaved):
        for line in problem_lines(fault.problems):
            print(line, file=sys.stderr)
    return code


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """Return one line for each problem: the field and its sentence."""
    lines = []
    for problem in problems:
        template, facts = problem_sentence(problem)
        lines.append(visible(f"  {problem.field}：{template.format(**facts)}"))
    return lines


def show_crash(error: Exception) -> int:
    """Print that the mistake is ours, with a report that holds no typed text; return 1."""
    print(
        "程序出错了，这是我们的问题；已保存的内容没有改动。请把下面几行交给管理员：",
        file=sys.stderr,
    )
    print(crash_report(error), file=sys.stderr)
    return OURS
