"""Seal and open a package of 1,000 visits with their matters, beside zstd and age alone.

The floor compresses and encrypts the very same lines, already spelled, or decrypts and inflates
them; ours spells and checks every record, signs and writes the file, and reads all back strictly.
The whole export and receipt, database included, may take 500 ms each; this is the parcel's part.
"""

import random
import sys
import tempfile
from pathlib import Path

import pyrage
import zstandard

from bench.harness import Figure, compare, show
from liaison_desktop.sync.lines import RecordLine
from liaison_desktop.sync.package import seal_package
from tests.builders import a_matter, a_visit, a_visitor
from tests.sync.parcels import BODIES, COUNTY, FORM, STATION, a_header, lines_of, read

VISITS = 1000
MOST_MS = 200
SENTENCES = (
    "小区门口的路灯坏了三个月，晚上老人出门看不清路。",
    "楼道里堆放的杂物一直没有清走，消防通道走不过去。",
    "公交站台没有雨棚，下雨天等车的学生都淋着。",
    "菜场后门的下水道返水，夏天味道很大。",
    "希望社区医院周末也能开门诊。",
)


def many_lines() -> list[RecordLine]:
    """Return 1,000 invented visits and their matters, no two alike."""
    chance = random.Random(20261120)  # noqa: S311 - invented text, not keys
    visits = []
    for turn in range(VISITS):
        words = "".join(chance.choices(SENTENCES, k=4)) + f"门牌{chance.randrange(10**6)}号。"
        visitor = a_visitor(f"李{chr(0x4E00 + turn)}", phone=f"1380000{turn:04d}")
        matter = a_matter(f"第{turn}件", statement=words, request=chance.choice(SENTENCES))
        visits.append(a_visit(visitor, matters=[matter]))
    return lines_of(*visits)


def main() -> int:
    """Print both figures with their rates; 1 where a limit was not kept."""
    lines = many_lines()
    inflated = b"".join(FORM.write(line) + b"\n" for line in lines)
    recipient = pyrage.x25519.Recipient.from_str(COUNTY.public().recipient)
    identity = pyrage.x25519.Identity.from_str(COUNTY.identity)
    body = pyrage.encrypt(zstandard.ZstdCompressor(level=3).compress(inflated), [recipient])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.liaison"

        def seal() -> None:
            path.unlink(missing_ok=True)
            seal_package(path, a_header(), lines, STATION, COUNTY.public(), BODIES)

        figures = [
            compare(
                "seal 1,000 visits",
                floor=lambda: pyrage.encrypt(
                    zstandard.ZstdCompressor(level=3).compress(inflated), [recipient]
                ),
                ours=seal,
                most_ms=MOST_MS,
            ),
            compare(
                "open 1,000 visits",
                floor=lambda: zstandard.ZstdDecompressor().decompress(
                    pyrage.decrypt(body, [identity])
                ),
                ours=lambda: read(path),
                most_ms=MOST_MS,
            ),
        ]
        broken = show(figures)
        sealed = path.stat().st_size
    print(f"{len(lines)} records, {len(inflated):,} bytes of lines, {sealed:,} sealed")
    for figure in figures:
        show_rates(figure, len(lines), len(inflated))
    return broken


def show_rates(figure: Figure, records: int, size: int) -> None:
    """Print records a second and megabytes of lines a second, ours and the floor's."""
    for who, ms in (("ours", figure.ours_ms), ("floor", figure.floor_ms)):
        print(
            f"{figure.name}, {who}: {records / ms:,.0f} k records/s, {size / ms / 1000:,.0f} MB/s"
        )


if __name__ == "__main__":
    sys.exit(main())
