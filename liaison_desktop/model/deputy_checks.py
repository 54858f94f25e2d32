"""What is odd about a deputy: warned of, never in the way; a rule of the house or of a standard."""

from liaison_desktop.model.code_tables import EXTENDED, CodeTables
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.idcodes import (
    birth_of_id,
    is_old_id,
    looks_like_id,
    looks_like_phone,
    sex_of_id,
)
from liaison_desktop.model.words import MandateLevel, Sex, StationKind


def oddities(deputy: Deputy, tables: CodeTables, kind: StationKind) -> list[Problem]:
    """Return the warnings that `Deputy.problems` cannot know.

    They need the station's kind, which may have no 乡镇级代表 (地方组织法 art. 14), and its tables.
    """
    found = _of_numbers(deputy)
    for name in EXTENDED:
        table = tables[name]
        if not table.knows(getattr(deputy, name)):
            found.append(_warning(name, ProblemCode.NOT_IN_TABLE, table.standard))
    if not kind.has_congress:
        found += [
            _warning(f"mandates.{place}.level", ProblemCode.NO_TOWN_DEPUTIES)
            for place, mandate in enumerate(deputy.mandates)
            if mandate.level is MandateLevel.TOWN
        ]
    return found


def _of_numbers(deputy: Deputy) -> list[Problem]:
    found = []
    if deputy.phone.strip() and not looks_like_phone(deputy.phone):
        found.append(_warning("phone", ProblemCode.UNUSUAL_PHONE))
    id_no = deputy.id_no.strip()
    if not id_no:
        return found
    if is_old_id(id_no):
        found.append(_warning("id_no", ProblemCode.OLD_ID))
    elif not looks_like_id(id_no):
        found.append(_warning("id_no", ProblemCode.UNUSUAL_ID))
    sex, birth = sex_of_id(id_no), birth_of_id(id_no)
    if sex and deputy.sex in {Sex.MALE, Sex.FEMALE} and sex is not deputy.sex:
        found.append(_warning("sex", ProblemCode.SEX_UNLIKE_ID))
    if birth and deputy.birth_ym.strip() and birth != deputy.birth_ym.strip():
        found.append(_warning("birth_ym", ProblemCode.BIRTH_UNLIKE_ID))
    return found


def _warning(field: str, code: ProblemCode, detail: str = "") -> Problem:
    return Problem(field, code, is_error=False, detail=detail)
