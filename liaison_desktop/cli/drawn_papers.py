"""What a verb answers of a paper that it drew."""

from liaison_desktop.cli.answers import Answer
from liaison_desktop.desk.drawn import Drawn


def drawn_answer(drawn: Drawn) -> Answer:
    """Return where the PDF is, how many pages it has, and what of it is not as it should be."""
    lines = [f"已写出 {drawn.pages} 页：{drawn.path}"]
    if drawn.missing:
        lines.append(f"本机字体没有这些字，印作〓，备注栏写明：{' '.join(drawn.missing)}")
    lines += [f"本机没有{one.wanted}，已用{one.used}代替" for one in drawn.replaced]
    content = {"file": str(drawn.path), "pages": drawn.pages, "missing": list(drawn.missing)}
    return Answer(content, lines)
