from collections.abc import Iterator
from typing import IO

from openpyxl.cell import Cell

class Worksheet:
    title: str
    max_row: int
    max_column: int
    def iter_rows(
        self,
        min_row: int | None = ...,
        max_row: int | None = ...,
        min_col: int | None = ...,
        max_col: int | None = ...,
        *,
        values_only: bool = ...,
    ) -> Iterator[tuple[object, ...]]: ...
    def cell(self, row: int, column: int) -> Cell: ...

class Workbook:
    worksheets: list[Worksheet]
    def save(self, filename: IO[bytes]) -> None: ...
    def close(self) -> None: ...

def load_workbook(
    filename: IO[bytes], read_only: bool = ..., data_only: bool = ..., keep_links: bool = ...
) -> Workbook: ...
