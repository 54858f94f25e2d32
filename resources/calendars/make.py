"""Write <year>.toml from the facts of the package `chinesecalendar`: `make.py 2024 2025 2026`.

Run by hand when a year's notice has come out and the package knows it; the program reads the files
alone. The notices are those of 国务院办公厅关于…年部分节假日安排的通知.
"""

import sys
from pathlib import Path

from chinese_calendar import Holiday
from chinese_calendar.constants import holidays, workdays

HERE = Path(__file__).resolve().parent
NAMES = {holiday.value: holiday.chinese for holiday in Holiday}


def told(year: int) -> str:
    """Return the file of a year: who says so, the days of rest by name, those worked for it."""
    lines = [
        f"year = {year}",
        f'source = "国务院办公厅关于{year}年部分节假日安排的通知"',
    ]
    for table, days in (("rest", holidays), ("work", workdays)):
        lines += ["", f"[{table}]"]
        of_year = {day: NAMES[str(name)] for day, name in days.items() if day.year == year}
        lines += [f'{day} = "{of_year[day]}"' for day in sorted(of_year)]
    return "\n".join(lines) + "\n"


def main() -> None:
    for year in map(int, sys.argv[1:]):
        (HERE / f"{year}.toml").write_text(told(year), encoding="utf-8")


if __name__ == "__main__":
    main()
