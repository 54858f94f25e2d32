"""What of a field is read by whom: by its declaration, masked on the way out."""

from collections.abc import Callable, Mapping

from liaison_desktop.model.fields import Field, Sensitivity
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.masking import mask_id, mask_name, mask_phone

MASKS: Mapping[str, Callable[[str], str]] = {
    "name": mask_name,
    "visited_name": mask_name,
    "guardian": mask_name,
    "speaker": mask_name,
    "raised_by": mask_name,
    "phone": mask_phone,
    "id_no": mask_id,
}
"""How a field is masked; any other is hidden whole."""


def as_seen(name: str, field: Field, text: str, viewer: Viewer) -> str:
    """Return a field's text as somebody reads it: an ID number whole by nobody."""
    is_masked = field.sensitivity is Sensitivity.SECRET or (
        field.sensitivity is Sensitivity.PERSONAL and not viewer.sees_names
    )
    return MASKS.get(name, _hide)(text) if is_masked else text


def _hide(text: str) -> str:
    return "***" if text else ""
