"""What cannot be printed here, said while it is typed."""

from liaison_desktop.documents.fonts import fonts_here


def missing_characters(text: str) -> list[str]:
    """Return the characters that no font of this machine has, each once; they would print as 〓.

    The first call in a process reads the list of the machine's fonts; later ones cost microseconds.
    """
    return fonts_here().missing(text)
