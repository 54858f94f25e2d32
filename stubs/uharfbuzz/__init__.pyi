from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum, IntFlag

class HarfBuzzError(Exception): ...

class Blob:
    data: bytes
    @classmethod
    def from_file_path(cls, filename: str) -> Blob: ...

class OTNameIdPredefined(IntEnum):
    FONT_FAMILY = 1
    FULL_NAME = 4
    POSTSCRIPT_NAME = 6

class Face:
    upem: int
    glyph_count: int
    table_tags: list[str]
    unicodes: Set
    blob: Blob
    def __init__(self, blob: Blob, index: int = 0) -> None: ...
    def reference_table(self, tag: str) -> Blob: ...
    def get_name(self, name_id: int, language: str | None = None) -> str | None: ...

class FontExtents:
    ascender: int
    descender: int

class GlyphExtents:
    width: int
    height: int

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...
    def get_glyph_extents(self, gid: int) -> GlyphExtents | None: ...
    def get_font_extents(self, direction: str) -> FontExtents: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    y_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    direction: str
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: Mapping[str, bool] | None = None) -> None: ...

class Set:
    def set(self, other: Iterable[int]) -> None: ...
    def update(self, other: Iterable[int]) -> None: ...
    def clear(self) -> None: ...
    def __iter__(self) -> Iterator[int]: ...

class Map(Mapping[int, int]):
    def __getitem__(self, key: int, /) -> int: ...
    def __iter__(self) -> Iterator[int]: ...
    def __len__(self) -> int: ...

class SubsetFlags(IntFlag):
    NO_HINTING = 1
    RETAIN_GIDS = 2
    DESUBROUTINIZE = 4
    NOTDEF_OUTLINE = 64
    NO_LAYOUT_CLOSURE = 512
    NO_BIDI_CLOSURE = 2048
    DOWNGRADE_CFF2 = 16384
    CFF_IDENTITY_CHARSET = 32768

class SubsetInputSets(IntEnum):
    GLYPH_INDEX = 0

class SubsetInput:
    flags: SubsetFlags
    drop_table_tag_set: Set
    layout_feature_tag_set: Set
    unicode_set: Set
    def sets(self, set_type: SubsetInputSets) -> Set: ...
    def pin_all_axes_to_default(self, face: Face) -> bool: ...

class SubsetPlan:
    new_to_old_glyph_mapping: Map
    def __init__(self, face: Face, input: SubsetInput) -> None: ...
    def execute(self) -> Face: ...
