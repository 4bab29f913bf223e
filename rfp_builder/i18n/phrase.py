"""A fixed text of the product, always in Japanese and in English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable


class Lang(StrEnum):
    """A language the product speaks. Japanese is the first."""

    JA = "ja"
    EN = "en"

    @property
    def label(self) -> Phrase:
        """What the language is called."""
        return _LANGUAGES[self]


@runtime_checkable
class Speakable(Protocol):
    """Anything that has a wording for a language: our own phrases, and what users wrote."""

    def to(self, lang: Lang) -> str:
        """The wording in `lang`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in both languages; neither is a word-for-word translation of the other.

    Placeholders are named, as in `str.format`: ``Phrase("{n}件", "{n} items").fill(n=3)``.
    Only the phrase itself is a format string; the values filled in are never interpreted.
    """

    ja: str
    en: str

    def to(self, lang: Lang) -> str:
        """The wording in `lang`."""
        return self.ja if lang is Lang.JA else self.en

    def fill(self, **values: object) -> Phrase:
        """Put values into the named places; a value that is itself speakable goes in language by language."""
        return Phrase(
            self.ja.format_map({name: _said(value, Lang.JA) for name, value in values.items()}),
            self.en.format_map({name: _said(value, Lang.EN) for name, value in values.items()}),
        )


_LANGUAGES = {Lang.JA: Phrase("日本語", "Japanese"), Lang.EN: Phrase("英語", "English")}


def listed(several: Iterable[Speakable]) -> Phrase:
    """Several in a row: A、B / A, B."""
    each = tuple(several)
    return Phrase("、".join(one.to(Lang.JA) for one in each), ", ".join(one.to(Lang.EN) for one in each))


def _said(value: object, lang: Lang) -> object:
    # Most values are plain, and asking a protocol is dear. An enum of texts may speak, so the type is exact.
    if type(value) in (str, int):
        return value
    return value.to(lang) if isinstance(value, Speakable) else value
