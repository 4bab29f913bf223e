"""Making texts comparable that people type differently and mean the same."""

from __future__ import annotations

import re
import unicodedata

from rfp_builder.text import invisible
from rfp_builder.text.remember import remembered

HYPHENS = "\u02d7\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\ufe58\ufe63\uff0d"
"""Inside of a character class: what is typed or auto-corrected for a hyphen. Not ー, a letter of kana."""

_HIDDEN = re.compile(f"[{invisible.HIDDEN}{invisible.CONTROL}]+")
_UNSEARCHED = re.compile(rf"[\s{invisible.HIDDEN}{invisible.CONTROL}{invisible.FORMAT}]+")
_HYPHEN = re.compile(f"[{HYPHENS}]|(?<=[0-9a-z])ー(?=[0-9a-z])")
_SPACE = re.compile(r"\s+")
# A space separates words only where the script has spaces: between two letters or digits, none of them
# Japanese.
_UNSPACED = r"\W\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_NEEDLESS_SPACE = re.compile(f"(?:^|(?<=[{_UNSPACED}])) | (?=[{_UNSPACED}]|$)")
# All of a Japanese text that NFKC may change, with the character before, which may compose with it.
_COMPOSED = re.compile("(?s).?[^\0-\x7f\u3001-\u3029\u3041-\u3096\u309d\u309e\u30a1-\u30fe\u4e00-\u9fff]+")
_WIDTH_FORMS = re.compile("[\uff01-\uffef]+")


def fold(text: str) -> str:
    """The text for comparing headings and names: Unicode NFKC, no case, one hyphen, no needless space.

    「費用 （円）」 and 「費用(円)」 become the same; so do ``Unit\\nPrice`` and ``ｕｎｉｔ price``.
    """
    text = _HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    text = _SPACE.sub(" ", unicodedata.normalize("NFKC", text.casefold()))
    return _HYPHEN.sub("-", unicodedata.normalize("NFKC", _NEEDLESS_SPACE.sub("", text)))


def fold_id(text: str) -> str:
    """The text for comparing ids: like `fold`, without any space, and only widths are made equal.

    ``ＲＥＱ－１`` is ``req-1``, but ``REQ-①`` and ``REQ-½`` stay what they are.
    """
    text = _WIDTH_FORMS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), _HIDDEN.sub("", text))
    text = unicodedata.normalize("NFC", _SPACE.sub("", text)).casefold()
    return _HYPHEN.sub("-", unicodedata.normalize("NFC", text))


@remembered
def search_fold(text: str) -> str:
    """The text for finding what must not be there: Unicode NFKC, no case, no spaces and nothing invisible.

    All white space and line ends, control and format characters (category Cf), soft hyphens, zero-width
    characters and variation selectors are gone, so that a phrase is found however it was broken up.
    """
    text = _UNSEARCHED.sub("", _COMPOSED.sub(_nfkc, text)).casefold()
    if not unicodedata.is_normalized("NFKC", text):
        text = _UNSEARCHED.sub("", unicodedata.normalize("NFKC", text))
    return _HYPHEN.sub("-", text)


def _nfkc(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
