"""A list of 意见办理 with 200,000 matters in the file, beside the same SQL run raw.

`python -m bench.work_lists [MATTERS]`. The file is encrypted; the matters stand in every state, as
a county's hub has them after years, a tenth of them still to be done.
"""

import random
import sys
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bench import ledger
from bench.harness import compare, show
from liaison_desktop.desk.work import _ROWS, WorkLists, _branches
from liaison_desktop.model.words import MatterState
from liaison_desktop.model.work_lists import Work
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store
from tests.builders import NOON
from tests.store.a_home import DATA_KEY, make_home, user_of

MATTERS = 200_000
AT_REST = ("closed", "archived", "guided", "declined", "for_reference", "merged")
TO_TELL = (MatterState.REPLIED, MatterState.FORWARDED)
TODAY = NOON.date()


def scatter(raw: Connection, chance: random.Random, count: int) -> None:
    """Let the matters stand in every state, those still to be done with a day of theirs."""
    rest = [state for state in MatterState if state not in AT_REST]
    raw.execute("BEGIN IMMEDIATE")
    rows = []
    for key in range(1, count + 1):
        if chance.random() < 0.1:
            day = TODAY + timedelta(days=chance.randint(-60, 60))
            state = chance.choice(rest)
            told, heard = state in TO_TELL, state is MatterState.EVALUATING
            rows.append((str(state), day.isoformat(), told, heard, key))
        else:
            rows.append((chance.choice(AT_REST), None, False, False, key))
    sql = "UPDATE matter SET state = ?, due_on = ?, is_to_tell = ?, is_to_hear = ? WHERE id = ?"
    raw.executemany(sql, rows)
    raw.execute("COMMIT")


def floor_of(raw: Connection, work: Work) -> None:
    """Run the same two statements and make nothing of what they give."""
    end = "ORDER BY m.due_on, m.id LIMIT 50"
    branches, values = _branches(work, TODAY, end)
    sql = f"SELECT id FROM ({' UNION ALL '.join(branches)}) ORDER BY due_on, id LIMIT 50"  # noqa: S608 - names of our own
    keys = [row[0] for row in raw.execute(sql, values)]
    raw.execute(_ROWS, (str(keys),)).fetchall()


def main(count: str = str(MATTERS)) -> int:
    """Print a figure for each list, and one for counting them all."""
    chance = random.Random(5)  # noqa: S311 - no secrets
    with tempfile.TemporaryDirectory() as folder:
        home = make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        clerk = user_of(store, "wang")
        ledger.fill(store, clerk, int(count))
        with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
            scatter(raw, chance, int(count))
            lists = WorkLists(store, clerk)
            figures = [
                compare(
                    f"{work}",
                    floor=lambda work=work: floor_of(raw, work),  # type: ignore[misc]  # bound now
                    ours=lambda work=work: lists.find(work),  # type: ignore[misc]  # bound now
                    rounds=60,
                    most_ms_p95=16.0,
                )
                for work in Work
            ]
            figures.append(
                compare("all eight counted", floor=lambda: None, ours=lists.count_all, rounds=30)
            )
        store.close()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
