"""Every word of the screen goes through tr(), so that a translation can be complete."""

import ast
import re
from pathlib import Path

import pytest

SOURCES = sorted(Path("liaison_desktop/ui").rglob("*.py"))
CHINESE = re.compile(r"[\u3400-\u9fff]")


def docstrings(tree: ast.Module) -> set[int]:
    """Return the constants that only stand there to be read in the source."""
    statements = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    return {id(value) for value in statements if isinstance(value, ast.Constant)}


def translated(tree: ast.Module) -> set[int]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "tr"]
    return {id(argument) for call in named for argument in call.args}


def bare_words(tree: ast.Module) -> list[str]:
    known = docstrings(tree) | translated(tree)
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [
        node.value
        for node in constants
        if isinstance(node.value, str) and CHINESE.search(node.value) and id(node) not in known
    ]


def formatted(tree: ast.Module) -> list[int]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "tr"
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_no_chinese_word_is_shown_without_tr(path: Path):
    tree = ast.parse(path.read_text("utf-8"))

    assert bare_words(tree) == PATTERNS.get(path.name, [])


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_no_text_is_put_together_before_it_is_translated(path: Path):
    assert formatted(ast.parse(path.read_text("utf-8"))) == []


PATTERNS = {
    "intake_body.py": [
        r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?",
        r"(\d{1,2})\s*[:时点]\s*(\d{2})\s*分?",
    ],
}
"""What a clerk may type is no word of ours."""


def test_the_rules_see_what_they_forbid():
    tree = ast.parse('"""文档"""\nlabel("来访")\ntr("来访")\ntr(f"第 {n} 位")')

    assert bare_words(tree)[0] == "来访"
    assert formatted(tree) == [4]
