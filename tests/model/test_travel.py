"""What travels is what is declared to reach the county, and nothing else."""

import pytest

from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.fields import Reach, Sensitivity, fields_of, fields_reaching
from liaison_desktop.model.person import Person
from liaison_desktop.model.travel import travel_shapes
from liaison_desktop.model.visit import Visitor

STAYING = ("id_no", "birth_ym", "occupation")


def test_accounts_settings_and_drafts_have_no_place_in_a_package() -> None:
    assert set(travel_shapes(Reach.COUNTY)) == set(AGGREGATES) - {"user", "setting"}


@pytest.mark.parametrize("mapped", [Person, Visitor])
def test_the_id_number_stays_at_the_station(mapped: type) -> None:
    reaching = fields_reaching(mapped, Reach.COUNTY)
    assert not set(STAYING) & set(reaching)
    assert {"name", "phone", "address"} <= set(reaching)
    assert fields_of(mapped)["id_no"].sensitivity is Sensitivity.SECRET


def test_a_shape_names_types_sizes_and_parts() -> None:
    visit = travel_shapes(Reach.COUNTY)["visit"]
    assert set(visit.parts) == {"visitors", "receivers"}
    name = next(field for field in visit.parts["visitors"] if field.name == "name")
    assert (name.type, name.is_optional, name.size) == (str, False, 50)


def test_every_text_of_f05_is_declared_with_its_size() -> None:
    for aggregate in AGGREGATES.values():
        for mapped in (aggregate.root, *aggregate.parts.values()):
            fields = fields_of(mapped)
            assert all(field.label for field in fields.values()), mapped


def test_nothing_reaches_the_city_unless_it_says_so() -> None:
    assert not any(shape.fields for shape in travel_shapes(Reach.CITY).values())
