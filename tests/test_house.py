"""Rules of the house that no tool knows."""

import ast
import io
import re
import subprocess
import tokenize
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MOST_LINES = 400
LONG_FILES: dict[str, str] = {
    "liaison_desktop/model/ledgers.py": "the columns of every ledger, one list after the other",
    "liaison_desktop/tour/day.py": "a day, one thing after another",
    "liaison_desktop/ui/pages/calendar_panel.py": "where days, side, acts and questions meet",
    "liaison_desktop/model/words.py": "every closed list of the office, a label for each word",
    "tests/model/test_matter_flow.py": "every row of one table, and what it refuses",
    "tests/store/test_accounts.py": "the whole life of an account, on one set of homes",
    "tests/store/test_restoring.py": "one swap of two homes, cut at each of its steps",
    "tests/store/test_upgrade.py": "every schema there was, each brought to the newest",
    "tests/sync/test_hostile.py": "one list of what a signed package may lie about",
}
"""Files longer than MOST_LINES, each with its reason."""

MOST_LINES_OF_A_FUNCTION = 40
LONG_FUNCTIONS: dict[str, str] = {
    "liaison_desktop/ui/pages/ledger_words.py::looks": "the sentences of four ledgers",
    "tests/model/test_matter_flow.py::test_a_matter_goes_its_whole_way": "from door to archive",
    "tests/ui/test_english.py::test_no_page_in_english_says_anything_in_chinese": "page by page",
    "tests/ui/test_matter_day.py::test_forty_matters_in_a_day": "a day, one thing after another",
    "tests/ui/test_morning.py::test_a_morning_by_keys_alone": "a morning, one thing after another",
}
"""Functions longer than that, as "path::name", each with its reason."""

TESTED_THROUGH: dict[str, str] = {
    "liaison_desktop.tour.day": "played whole, in a program of its own, by tests/test_tour.py",
    "liaison_desktop.tour.reception": "a part of the day that tests/test_tour.py plays",
    "liaison_desktop.tour.schedule": "a part of the day that tests/test_tour.py plays",
    "liaison_desktop.tour.talk": "a part of the day that tests/test_tour.py plays",
}
"""Modules that no test reaches, each with the test that would fail if it broke."""

FOREIGN = re.compile(
    r"/[w]ork/|/tmp/[h]ouse|/[r]oot/|/[h]ome/[a-z]|/opt/[p]ypi|[.]{2}/[s]hared"
    r"|[p]ypi[.]org|[p]ythonhosted|[r]egistry[.]npm|[d]eb[.]debian"
    r"|\b[C]EO\b|\b[s]ubagent|\b[h]elper [A-Z]{4}|\b[i]ssue #?\d|\b[i]ssues? show"
)
"""Places on some machine, hosts of registries, words about how this was made."""

EXCUSE = re.compile(r"#\s*(?P<what>noqa|type:\s*ignore|mypy:|ruff:|pragma)(?P<rest>.*)", re.DOTALL)
EXPLAINED = {
    "noqa": re.compile(r": [A-Z]+\d+(, ?[A-Z]+\d+)*\s*\S.{3,}"),
    "type": re.compile(r"\[[a-z-]+(, ?[a-z-]+)*\]\s+#\s*\S.{3,}"),
}


def tracked_files() -> list[Path]:
    """Return what git tracks, or in a tree without git everything that is not made by a tool."""
    git = ["git", "ls-files", "-z"]
    try:
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        paths = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in ROOT.rglob("*") if not _is_made(path.relative_to(ROOT))]
    return sorted(path for path in paths if path.is_file())


def _is_made(path: Path) -> bool:
    made = {"build", "dist", "out", "__pycache__"}
    hidden = (part for part in path.parts if part[0] == "." and part not in {".ci"})
    return bool(made & set(path.parts)) or any(hidden) or ".egg-info" in str(path)


FILES = tracked_files()
SOURCES = [path for path in FILES if path.suffix == ".py"]
MIGRATIONS = ROOT / "liaison_desktop" / "store" / "migrations" / "versions"
WRITTEN = [path for path in SOURCES if MIGRATIONS not in path.parents]
"""Without the migrations: each is one long list, written once and never again."""


def name_of(path: Path) -> str:
    """Return the path from the project's root, with slashes everywhere."""
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    """Return the text of a file; empty for a picture or other bytes."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed source of a file."""
    return ast.parse(text_of(path), name_of(path))


def refuse_other_than(reasons: dict[str, str], found: set[str]) -> None:
    """Fail for what was found without a reason, and for a reason that nothing needs any more."""
    assert not sorted(found - set(reasons)), "\n" + "\n".join(sorted(found - set(reasons)))
    assert not sorted(set(reasons) - found)
    assert all(reasons.values())


def test_a_long_file_has_a_reason():
    lines = {name_of(path): text_of(path).count("\n") for path in WRITTEN}

    refuse_other_than(LONG_FILES, {name for name, count in lines.items() if count > MOST_LINES})


def test_a_long_function_has_a_reason():
    functions = {
        f"{name_of(path)}::{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in WRITTEN
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
    }

    long = {name for name, count in functions.items() if count > MOST_LINES_OF_A_FUNCTION}

    refuse_other_than(LONG_FUNCTIONS, long)


def test_every_module_has_a_test():
    """A test imports the module, is named after it, or reaches it through others of its layer."""
    modules = {module_of(path): path for path in WRITTEN if is_module(path)}
    tests = [path for path in SOURCES if path.name.startswith("test_")]
    reached = {name for path in tests for name in imports_of(path) | {module_by_its_name(path)}}
    waiting = reached & set(modules)
    while waiting:
        name = waiting.pop()
        layer = name.split(".")[:2]
        beside = {other for other in imports_of(modules[name]) if other.split(".")[:2] == layer}
        waiting |= (beside & set(modules)) - reached
        reached |= beside

    refuse_other_than(TESTED_THROUGH, set(modules) - reached)


def is_module(path: Path) -> bool:
    """Return whether a file is a module of the program that does something."""
    inside = ROOT / "liaison_desktop" in path.parents and path.name != "__init__.py"
    return inside and MIGRATIONS.parent not in path.parents


def module_of(path: Path) -> str:
    """Return the dotted name of a module."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def module_by_its_name(test: Path) -> str:
    """Return "liaison_desktop.store.lock" for tests/store/test_lock.py."""
    parts = test.relative_to(ROOT / "tests").with_suffix("").parts
    return ".".join(["liaison_desktop", *(part.removeprefix("test_") for part in parts)])


def imports_of(path: Path) -> set[str]:
    """Return the modules that a file imports, and for each name imported from one, that too."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_a_migration_imports_nothing_of_ours():
    found = [
        f"{name_of(path)}: {name}"
        for path in MIGRATIONS.rglob("*.py")
        for name in imports_of(path)
        if name.startswith("liaison_desktop")
    ]

    assert not found


def test_nothing_is_imported_by_star():
    assert not [
        name_of(path)
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
    ]


def test_no_item_of_a_list_or_table_is_made_by_python():
    """Such an item dies in a destructor that another thread can trip: see ui/items.py."""
    made = {"QListWidgetItem", "QTableWidgetItem", "QTreeWidgetItem"}
    assert not [
        f"{name_of(path)}: {node.func.id}"
        for path in SOURCES
        if "liaison_desktop" in path.parts
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in made
    ]


def test_an_excuse_names_its_rule_and_its_reason():
    assert not [
        f"{name_of(path)}: {comment}"
        for path in SOURCES
        if EXCUSE.search(text_of(path))
        for comment in comments_of(text_of(path))
        if not is_explained(comment)
    ]


@pytest.mark.parametrize(
    ("comment", "answer"),
    [
        ("# noqa: S105 - a grade, not a password", True),
        ("# noqa: S603, S607 - our own program", True),
        ("# type: ignore[arg-type]  # fields by name", True),
        ("# a plain comment", True),
        ("# noqa", False),
        ("# noqa: S105", False),
        ("# type: ignore", False),
        ("# type: ignore[arg-type]", False),
        ("# type: ignore  # because", False),
        ("# ruff: noqa", False),
        ("# mypy: ignore-errors", False),
    ],
)
def test_an_excuse_without_rule_or_reason_is_known(comment, answer):
    assert is_explained(comment) is answer


def comments_of(source: str) -> list[str]:
    """Return the comments of a Python source."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def is_explained(comment: str) -> bool:
    """Return whether a comment silences nothing, or says which rule and why."""
    excuse = EXCUSE.search(comment)
    if excuse is None:
        return True
    rule = EXPLAINED.get(excuse["what"].partition(":")[0])
    return rule is not None and rule.match(excuse["rest"]) is not None


def test_no_file_speaks_of_anything_but_the_product():
    assert not [
        f"{name_of(path)}:{number}: {found[0]}"
        for path in FILES
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if (found := FOREIGN.search(line))
    ]


def test_constraints_are_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="ascii").splitlines()

    assert lines
    assert not [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][\w.+]*", line)]
    assert lines == sorted(set(lines), key=str.lower)


def test_the_folders_that_the_readme_names_are_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    layout = re.search(r"## Layout\n+```\n(.*?)```", readme, re.DOTALL)
    assert layout is not None
    lines = layout[1].splitlines()
    folders = [name for line in lines for name in re.split(r",? +", line) if name[-1:] == "/"]

    assert len(lines) == 13
    assert len(folders) > len(lines)
    assert not [name for name in folders if not (ROOT / name).is_dir()]
    packages = {f"liaison_desktop/{path.parent.name}/" for path in SOURCES if is_layer(path)}
    assert packages <= set(folders)


def is_layer(path: Path) -> bool:
    """Return whether a file is the __init__.py of a layer."""
    return path.name == "__init__.py" and path.parents[1] == ROOT / "liaison_desktop"


@pytest.mark.parametrize("page", [path for path in FILES if path.suffix == ".md"], ids=name_of)
def test_what_a_page_links_to_is_there(page):
    links = re.findall(r"\]\(([^)#:\s]+)\)", text_of(page))

    assert not [link for link in links if not (page.parent / link).exists()]
