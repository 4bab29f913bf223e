"""How currencies are written: their marks, and how many digits stand behind the point."""

from __future__ import annotations

_WITHOUT_CENTS = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"})
_IN_THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_MARKS = {"JPY": ("¥", "\\", "金"), "USD": ("$",), "EUR": ("€",), "GBP": ("£",)}
_WORDS = {"JPY": ("円也", "円", "yen")}


def minor_digits(currency: str) -> int:
    """Digits of the smallest unit behind the point (ISO 4217): 0 for JPY, 2 for USD."""
    if currency in _WITHOUT_CENTS:
        return 0
    return 3 if currency in _IN_THOUSANDTHS else 2


def marks_before(currency: str) -> tuple[str, ...]:
    """What may stand before an amount of this currency, in lower case.

    The backslash is drawn as a yen sign by Japanese fonts on Windows, and typed as one.
    """
    return (*_MARKS.get(currency, ()), currency.lower())


def words_after(currency: str) -> tuple[str, ...]:
    """What may stand behind an amount of this currency, in lower case, the longest first."""
    return (*_WORDS.get(currency, ()), currency.lower())
