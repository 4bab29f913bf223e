"""Why a Word template is refused, where the trouble is, and what its owner should do."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.text.width import truncate

_WHAT = Phrase("Wordのひな形を使えません。", "The Word template cannot be used.")
_QUOTED_CELLS = 60

SAVE_AGAIN = Phrase(
    "Wordで開いて「Word 文書（*.docx）」として保存し直すか、製品に付属のひな形から作り直してください。",
    "Open it in Word and save it as “Word Document (*.docx)”, or start again from a template that comes "
    "with the product.",
)
SAVE_WITHOUT_MACROS = Phrase(
    "マクロを含まない「Word 文書（*.docx）」として保存し直してください。",
    "Save it as “Word Document (*.docx)”, which holds no macros.",
)
SEE_NAMES = Phrase(
    "使える名前と書き方は、ひな形と同じフォルダーのREADME.ja.mdにあります。",
    "README.md in the folder of the templates lists the names and forms that may be used.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a template: part, paragraph (counted from 1), its text, and the character (from 1)."""

    part: Phrase
    paragraph: int
    text: str
    character: int

    @property
    def said(self) -> Phrase:
        """The place in words, with the text of the paragraph."""
        return Phrase(
            "{part}の第{paragraph}段落「{text}」の{character}文字目",
            "{part}, paragraph {paragraph} “{text}”, character {character}",
        ).fill(
            part=self.part,
            paragraph=self.paragraph,
            text=truncate(self.text, _QUOTED_CELLS),
            character=self.character,
        )


def refused(why: Phrase, remedy: Phrase = SAVE_AGAIN) -> Refused:
    """A refusal of the whole file."""
    return Refused(_WHAT, why, remedy)


def refused_at(place: Place, why: Phrase, remedy: Phrase = SEE_NAMES) -> Refused:
    """A refusal that points at a place."""
    return Refused(_WHAT, Phrase("{place}: {why}", "{place}: {why}").fill(place=place.said, why=why), remedy)
