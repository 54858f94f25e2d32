"""What is read of a field follows from its declaration and from who reads."""

import pytest

from liaison_desktop.model.fields import Field, Sensitivity
from liaison_desktop.model.ledger import THE_PUBLIC, Viewer
from liaison_desktop.model.seen import as_seen

CLERK, AUDITOR = Viewer(sees_names=True), Viewer(sees_names=False)
PLAIN = Field("某")
PERSONAL = Field("某", sensitivity=Sensitivity.PERSONAL)
SECRET = Field("某", sensitivity=Sensitivity.SECRET)


@pytest.mark.parametrize(
    ("name", "field", "text", "viewer", "read"),
    [
        ("place", PLAIN, "和平社区", THE_PUBLIC, "和平社区"),
        ("name", PERSONAL, "李桂芳", CLERK, "李桂芳"),
        ("name", PERSONAL, "李桂芳", AUDITOR, "李**"),
        ("phone", PERSONAL, "13800001234", AUDITOR, "138****1234"),
        ("birth_ym", PERSONAL, "1971-03", AUDITOR, "***"),
        ("birth_ym", PERSONAL, "", AUDITOR, ""),
        ("id_no", SECRET, "999999197103039911", CLERK, "999*************11"),
    ],
)
def test_a_field_is_masked_as_it_is_declared(
    name: str, field: Field, text: str, viewer: Viewer, read: str
):
    assert as_seen(name, field, text, viewer) == read
