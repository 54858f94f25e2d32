"""Export and receive 1,000 visits, whole: database, seal, stick, signature, database again.

The floors do the same to the rows alone: read them by one plain query a table into a file, insert
them by one `executemany` a table. No format, no check and no history could go below.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.harness import WARM_UP, Figure, compare, show
from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import file_key
from tests.builders import a_visit, a_visitor
from tests.homes import HEAD, a_county, a_desk
from tests.joined import join

VISITS = 1_000
ROUNDS = 7
TABLES = ("station", "person", "visit", "visitor", "matter")


def main() -> int:
    """Print both figures; return 1 where a limit is broken."""
    folder = Path(tempfile.mkdtemp())
    desk = a_desk(folder / "station", login=HEAD)
    county = a_county(folder / "county")
    join(desk, county, folder)
    county.close()
    for place in range(VISITS):
        desk.visits.register(a_visit(a_visitor(f"李{place}", phone=f"1380000{place:04d}")))
    return show([_export(desk, folder), _receive(desk, folder)])


def _export(desk: Desk, folder: Path) -> Figure:
    return compare(
        "export 1,000 visits",
        ours=lambda: desk.exchange.export(folder),
        floor=lambda: _read_rows(desk, folder / "floor.json"),
        rounds=ROUNDS,
        most_ms=500,
    )


def _receive(desk: Desk, folder: Path) -> Figure:
    package = desk.exchange.export(folder).file
    rows = _read_rows(desk, folder / "floor.json")
    ours, floors = _fresh(folder, "ours"), _fresh(folder, "floor")
    return compare(
        "receive 1,000 visits",
        ours=lambda: next(ours).receiving.receive(package),
        floor=lambda: _insert_rows(next(floors), rows),
        rounds=ROUNDS,
        most_ms=500,
    )


def _fresh(folder: Path, name: str) -> Iterator[County]:
    """Return as many open counties that have received nothing as there are rounds."""
    counties = []
    for place in range(ROUNDS + WARM_UP):
        copy = folder / f"{name}-{place}"
        shutil.copytree(folder / "county", copy)
        counties.append(a_county(copy))
    return iter(counties)


def _raw(office: Desk | County) -> Connection:
    store = office._store
    return open_file(store.home.database, file_key(store.data_key))


def _read_rows(desk: Desk, target: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = _raw(desk)
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - our own names
    connection.close()
    target.write_text(json.dumps(rows, default=bytes.hex), encoding="utf-8")
    return rows


def _insert_rows(county: County, rows: dict[str, list[tuple[object, ...]]]) -> None:
    connection = _raw(county)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE capture SET applying = 1")
    for table, found in rows.items():
        places = ",".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)  # noqa: S608 - ours
    connection.execute("UPDATE capture SET applying = 0")
    connection.execute("COMMIT")
    connection.close()


if __name__ == "__main__":
    sys.exit(main())
