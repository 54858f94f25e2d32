"""What each kind of record is found by: one definition a kind, in SQL over the record `r`.

What is said and promised in a meeting, and who takes part, are records of their own: a document of
the whole meeting would be cut anew with every statement that is noted. Each leads to its meeting.

From it come what the index holds of a record, the triggers that note a change of it, and the full
scan that the index is compared with.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from liaison_desktop.model.finding import Found


@dataclass(frozen=True)
class Feed:
    """A table of which some columns are in a record's words; `roots` says which records, of `row`.

    `row` is NEW or OLD in a trigger.
    """

    table: str
    columns: Sequence[str]
    roots: str


@dataclass(frozen=True)
class Searched:
    """One kind: its table, its number in the index, never used again, and its words by field.

    The fields are names, phones, ids, births, numbers, addresses and words; each is an expression
    that gives a JSON array of texts.
    """

    kind: str
    number: int
    fields: Mapping[str, str]
    feeds: Sequence[Feed]
    where: str = "true"
    """Which of the records `r` are found, as a condition of SQL."""
    leads_to: Found | None = None
    """The kind of record that is shown where this one is found; None where it is this one."""
    key: str = "r.id"
    """The key of the record that is shown; NULL where that is withdrawn."""

    @property
    def letter(self) -> str:
        """With which every gram of this kind begins."""
        return "pvmdksct"[self.number]

    def without(self, hidden: Collection[str]) -> "Searched":
        """Return the same with fewer fields, for who may not find out what he may not read."""
        shown = {name: sql for name, sql in self.fields.items() if name not in hidden}
        return replace(self, fields=shown)

    def words_in(self, fields: Collection[str]) -> str:
        """Return the words of the record `r` in these fields, as one expression of SQL."""
        listed = (f"'{name}', {sql}" for name, sql in self.fields.items() if name in fields)
        return f"json_object({', '.join(listed)})"

    @cached_property
    def words(self) -> str:
        """All the words of the record `r`, by field."""
        return self.words_in(self.fields)


_VISITORS = "FROM visitor w WHERE w.visit_id = r.id AND NOT w.is_anonymous"
_OF_MATTER = "JOIN visit v ON v.id = w.visit_id WHERE v.uid = r.visit_uid AND NOT w.is_anonymous"
_VISIT_OF = "r.uid = {row}.visit_uid"
_ITSELF = "r.id = {row}.id"
_NAMED = ("name", "is_anonymous", "visit_id")


def _of_visitors(column: str) -> str:
    return f"(SELECT json_group_array(w.{column}) {_VISITORS})"


def _own(*columns: str) -> str:
    return f"json_array({', '.join(f'r.{column}' for column in columns)})"


def _of_meeting(kind: str, number: int, fields: Mapping[str, Sequence[str]]) -> Searched:
    """Return a kind of record that belongs to a meeting and is found by columns of its own."""
    columns = [column for listed in fields.values() for column in listed]
    return Searched(
        kind,
        number,
        {field: _own(*listed) for field, listed in fields.items()},
        [Feed(kind, columns, _ITSELF)],
        leads_to=Found.CONSULTATION,
        key="(SELECT k.id FROM consultation k"
        " WHERE k.uid = r.consultation_uid AND k.withdrawn_at IS NULL)",
    )


SEARCHED: Mapping[str, Searched] = {
    one.kind: one
    for one in (
        Searched(
            Found.PERSON,
            0,
            {
                "names": _own("name"),
                "phones": _own("phone"),
                "ids": _own("id_no"),
                "births": _own("birth_ym"),
                "addresses": _own("address"),
            },
            [Feed("person", ("name", "phone", "id_no", "birth_ym", "address"), _ITSELF)],
        ),
        Searched(
            Found.VISIT,
            1,
            {
                "numbers": _own("number"),
                "names": _of_visitors("name"),
                "phones": _of_visitors("phone"),
                "ids": _of_visitors("id_no"),
                "births": _of_visitors("birth_ym"),
                "addresses": _of_visitors("address"),
                "words": "(SELECT json_group_array(m.title) FROM matter m"
                " WHERE m.visit_uid = r.uid)",
            },
            [
                Feed("visit", ("number",), _ITSELF),
                Feed(
                    "visitor",
                    (*_NAMED, "phone", "id_no", "birth_ym", "address"),
                    "r.id = {row}.visit_id",
                ),
                Feed("matter", ("title", "visit_uid"), _VISIT_OF),
            ],
        ),
        Searched(
            Found.MATTER,
            2,
            {
                "numbers": _own("number"),
                "names": f"(SELECT json_group_array(w.name) FROM visitor w {_OF_MATTER})",  # noqa: S608 - as above
                "words": _own("title", "statement", "request", "place_of_issue"),
            },
            [
                Feed(
                    "matter",
                    ("number", "title", "statement", "request", "place_of_issue", "visit_uid"),
                    _ITSELF,
                ),
                Feed(
                    "visitor",
                    _NAMED,
                    "r.visit_uid = (SELECT uid FROM visit WHERE id = {row}.visit_id)",
                ),
            ],
        ),
        Searched(
            Found.DEPUTY,
            3,
            {
                "names": _own("name"),
                "phones": _own("phone"),
                "numbers": "(SELECT json_group_array(t.card_no) FROM mandate t"
                " WHERE t.deputy_id = r.id)",
                "words": "(SELECT json_array(r.post, group_concat(t.constituency, ' '),"
                " group_concat(t.delegation, ' '), group_concat(t.group_name, ' '))"
                " FROM mandate t WHERE t.deputy_id = r.id)",
            },
            [
                Feed("deputy", ("name", "phone", "post"), _ITSELF),
                Feed(
                    "mandate",
                    ("card_no", "constituency", "delegation", "group_name", "deputy_id"),
                    "r.id = {row}.deputy_id",
                ),
            ],
        ),
        Searched(
            Found.CONSULTATION,
            4,
            {
                "numbers": _own("number"),
                "names": _own("host"),
                "words": _own("title", "topic", "place", "departments"),
            },
            [
                Feed(
                    "consultation",
                    ("number", "host", "title", "topic", "place", "departments"),
                    _ITSELF,
                )
            ],
        ),
        _of_meeting("statement", 5, {"names": ["speaker"], "words": ["content", "speaker_body"]}),
        _of_meeting(
            "commitment", 6, {"names": ["raised_by", "person"], "words": ["content", "unit_name"]}
        ),
        _of_meeting("participant", 7, {"names": ["name"], "phones": ["phone"], "words": ["body"]}),
    )
}
