"""One printing: a form, the fonts of this machine, and the PDF file that comes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values, rows_of
from liaison_desktop.documents.fonts import fonts_here
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.saving import save
from liaison_desktop.documents.sheets import draw_fixed, draw_sheet
from liaison_desktop.documents.templates import Box, Part, load_form
from liaison_desktop.model.times import SHANGHAI

Rows = Mapping[str, Sequence[Row]]

PRINTED: Mapping[str, tuple[str, ...]] = {
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values that every form prints of its station and of its printing."""


class Paper:
    """Sheets of one form that become one file."""

    def __init__(self, form: str, author: str, made_at: datetime, title: str = "") -> None:
        self.form = load_form(form)
        self.fonts = fonts_here()
        self._file = PdfFile(title or self.form.title, author, made_at)

    def rows(self, part: Part, boxes: Iterable[tuple[Box, ...]], filling: Filling) -> list[Row]:
        """Return the rows of some boxes of a part, filled."""
        return rows_of(part, boxes, filling, self.fonts)

    def note_of_missing(self, values: Iterable[str]) -> str:
        """Return the remark that names what is printed as 〓, empty where all has a glyph."""
        missing = self.fonts.missing("".join(values))
        named = "、".join(f"{character} U+{ord(character):04X}" for character in missing)
        return f"本机字库缺字，以“〓”代印：{named}。" if named else ""

    def add(self, rows: Rows, values: Values) -> None:
        """Add one filled sheet with its continuation pages."""
        draw_sheet(self._file, self.fonts, self.form, rows, values)

    def add_page(
        self, values: Values, draw: Callable[[PdfFile, float], str], on: str = "every"
    ) -> None:
        """Add one page: its fixed boxes, and what `draw` returns for the file and its height."""
        width, height = (side * MM for side in self.form.size)
        boxes = (box for box in self.form.fixed if box.on == on)
        fixed = (draw_fixed(self._file, self.fonts, box, values, height) for box in boxes)
        self._file.add_page(width, height, "\n".join([*fixed, draw(self._file, height)]))

    def save(self, target: Path, further: Iterable[str] = ()) -> Drawn:
        """Write the file and return what was drawn; Unusable where it cannot be written.

        `further` are roles of fonts that no box of the form names.
        """
        save(target, self._file.data())
        roles = {box.font for box in self.form.every_box()} | set(further)
        return Drawn(
            path=target,
            pages=self._file.pages,
            form=self.form.name,
            edition=self.form.edition,
            missing=list(self._file.missing),
            replaced=[font for font in self.fonts.replaced() if font.role in roles],
        )

    def own_values(self) -> dict[str, str]:
        """Return the values that every form prints of itself."""
        return {"form_code": self.form.code, "edition": str(self.form.edition)}

    def blank_values(self, facts: PrintFacts) -> dict[str, str]:
        """Return the values of an empty form: nothing but those of this printing."""
        fields = (field for box in self.form.every_box() for field in box.fields)
        return dict.fromkeys(fields, "") | self.printed_values(facts)

    def printed_values(self, facts: PrintFacts) -> dict[str, str]:
        """Return the own values and those of this printing."""
        at = facts.printed_at.astimezone(SHANGHAI)
        by = f"{facts.operator} " if facts.operator else ""
        times = f"第 {facts.times} 次" if facts.times else ""
        return self.own_values() | {
            "station": facts.station.name,
            "printing": f"{by}{at:%Y-%m-%d %H:%M} {times}打印",
        }
