"""One line of the review as it stands in the list, broken into as many as its text needs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.widths import lines_of
from rfp_builder.workspace.reviewing import ReviewLine, Says

_SEVERITIES = {
    Severity.BLOCKS: Phrase("! 要対応", "! To do"),
    Severity.WARNS: Phrase("! 注意", "! Warning"),
    Severity.ADVISES: Phrase("- 助言", "- Advice"),
}
_STYLES = {Severity.BLOCKS: "bold $error", Severity.WARNS: "bold $warning", Severity.ADVISES: "bold"}
_INDENTS = {
    Says.PART: 0,
    Says.ITEM: 1,
    Says.FINDING: 3,
    Says.ANSWER: 3,
    Says.ROW: 5,
    Says.UNANSWERED: 3,
    Says.LEFT_OUT: 3,
}
_LEAST = 8


class ReviewEntry:
    """Knows its lines for the width that was asked last."""

    def __init__(self, line: ReviewLine, key: str, lang: Lang) -> None:
        self.line, self._key, self._lang = line, key, lang
        self._width = 0
        self._lines: Sequence[Content] = ()

    @property
    def key(self) -> str:
        """See `Entry`."""
        return self._key

    @property
    def stop(self) -> bool:
        """See `Entry`."""
        return self.line.says not in (Says.PART, Says.ITEM)

    def height(self, width: int) -> int:
        """See `Entry`."""
        return len(self.lines(width))

    def lines(self, width: int) -> Sequence[Content]:
        """See `Entry`."""
        if width != self._width:
            self._width, self._lines = width, tuple(self._drawn(width))
        return self._lines

    def _drawn(self, width: int) -> list[Content]:
        says, indent = self.line.says, _INDENTS[self.line.says]
        room = max(width - indent, _LEAST)
        if says is Says.PART:
            return [Content(""), Content.styled(self.line.label, "bold $accent")]
        if says is Says.ITEM:
            return [Content.styled(f"{' ' * indent}{self.line.label}", "bold $primary")]
        if says is Says.FINDING:
            return self._finding(indent, room)
        return self._answer(indent, room)

    def _finding(self, indent: int, room: int) -> list[Content]:
        severity = self.line.severity or Severity.ADVISES
        mark = _SEVERITIES[severity].to(self._lang)
        message = lines_of(f"{mark}  {self.line.label}", room)
        said = [_indented(Content(part), indent) for part in message]
        said[0] = said[0].stylize(_STYLES[severity], indent, indent + len(mark))
        remedy = lines_of(self.line.text, max(room - 2, _LEAST))
        return [*said, *(_indented(Content.styled(part, "$text-muted"), indent + 2) for part in remedy)]

    def _answer(self, indent: int, room: int) -> list[Content]:
        line = self.line
        between = ": " if line.label and line.text else ""
        parts = lines_of(f"{line.label}{between}{line.text}", room)
        said = [_indented(Content(part), indent) for part in parts]
        if line.says is Says.LEFT_OUT:
            return [one.stylize("$text-muted") for one in said]
        if line.says is Says.UNANSWERED:
            return [one.stylize("$warning") for one in said]
        style = "bold" if line.says is Says.ANSWER else ""
        labelled = len(line.label)
        for n, part in enumerate(parts):
            if labelled <= 0 or not style:
                break
            said[n] = said[n].stylize(style, indent, indent + min(labelled, len(part)))
            labelled -= len(part)
        return said


def _indented(line: Content, indent: int) -> Content:
    return Content.assemble(" " * indent, line)
