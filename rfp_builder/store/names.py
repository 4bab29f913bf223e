"""File names that every system can keep: Windows, macOS and Linux, a shared drive, a mail attachment."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACE = re.compile(r"\s+")
_SUFFIX = re.compile(r"[A-Za-z0-9]{1,12}")
_LONGEST = 120


def safe_name(name: str) -> str:
    """The last part of a path as a bare file name that can be stored anywhere; never empty.

    Nothing of a folder stays, no character that Windows refuses or that is not seen, no name of a device.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    visible = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    plain = _FORBIDDEN.sub("_", _SPACE.sub(" ", visible)).strip(" .")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    stem, suffix = split_name(plain)
    return f"{_cut(stem, _LONGEST)}{suffix}" or "file"


def split_name(name: str) -> tuple[str, str]:
    """Stem and suffix, as in ("proposal", ".xlsx"); what is no suffix belongs to the stem."""
    stem, dot, suffix = name.rpartition(".")
    if not stem or not _SUFFIX.fullmatch(suffix):
        return name, ""
    return stem, dot + suffix


def same_file(name: str) -> str:
    """Equal for names that a file system may take for one: differing in case or in the form of a letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _cut(stem: str, most: int) -> str:
    """At most `most` bytes of UTF-8, whole characters only, not ending in a space or full stop."""
    return stem.encode()[:most].decode("utf-8", "ignore").rstrip(" .")
