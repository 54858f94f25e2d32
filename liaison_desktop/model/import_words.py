"""What is wrong in a table that is imported, by row and column as a spreadsheet has them."""

from liaison_desktop.model.faults import Problem
from liaison_desktop.model.importing import Columns, Table
from liaison_desktop.model.ledger import Say
from liaison_desktop.model.sentences import problem_sentence
from liaison_desktop.model.words import tr

WHERE = tr("第 {line} 行 {letter} 列「{heading}」：{why}")
WHERE_LINE = tr("第 {line} 行：{why}")


def in_words(table: Table, columns: Columns, line: int, problem: Problem, say: Say = str) -> str:
    """Return what is wrong with one cell, with its row and its column as a spreadsheet has them."""
    template, facts = problem_sentence(problem)
    why = say(template).format(**facts)
    places = [place for place, name in columns.items() if name == problem.field]
    if not places:
        return say(WHERE_LINE).format(line=line, why=why)
    letter, heading = column_letter(places[0]), table.heading[places[0]]
    return say(WHERE).format(line=line, letter=letter, heading=heading, why=why)


def column_letter(place: int) -> str:
    """Return the letters of a column, as a spreadsheet counts from A."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
