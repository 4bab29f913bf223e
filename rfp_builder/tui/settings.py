"""What the wizard remembers of a person on this machine: language, looks, recent projects, the tour."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock, Thread

from rfp_builder.i18n import Lang

_FILE = "wizard.json"
_RECENT = 8
_LAST_SECONDS = 3.0
"""How long the end of the wizard waits for a slow disk to take them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Each setting has a value that works; a broken or missing file means the defaults."""

    lang: Lang | None = None
    """Language of the wizard; None as the command line decides."""
    theme: str | None = None
    """Name of the look; None for the one that fits the terminal."""
    recent: tuple[str, ...] = ()
    """Folders of projects, the last opened first."""
    tour_seen: bool = False
    """Whether the first-run tour was shown or skipped."""
    ambiguous: int | None = None
    """Cells of characters such as ①: 1 or 2; None as the terminal answers when it is asked."""
    cursor: bool | None = None
    """Whether the terminal's own cursor is shown in texts; None as the terminal needs it."""

    def with_recent(self, folder: Path) -> Settings:
        """The same with `folder` in front of the recent projects."""
        name = str(folder.resolve())
        others = tuple(one for one in self.recent if one != name)
        return replace(self, recent=(name, *others)[:_RECENT])


def settings_file() -> Path:
    """Where the settings are kept."""
    import platformdirs

    return Path(platformdirs.user_config_dir("rfp-builder", appauthor=False)) / _FILE


def load_settings(path: Path) -> Settings:
    """The settings in `path`; never raises."""
    try:
        body = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(body) if isinstance(body, dict) else Settings()


def save_settings(settings: Settings, path: Path) -> None:
    """Keep `settings`; where that is not possible the wizard goes on without."""
    from rfp_builder.store.atomic import write_atomic

    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Escaped: the name of a folder may hold bytes of an older encoding, which UTF-8 has no place for.
        write_atomic(path, json.dumps(asdict(settings), indent=2).encode() + b"\n")


class SettingsFile:
    """Writes settings in a thread: a slow disk keeps nobody waiting, and the newest are written last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._one = Lock()
        self._newest: Settings | None = None
        self._thread: Thread | None = None

    def keep(self, settings: Settings) -> None:
        """Write them soon."""
        with self._one:
            self._newest = settings
            if self._thread is None:
                self._thread = Thread(target=self._write, daemon=True)
                self._thread.start()

    def finish(self) -> None:
        """Wait until they are written."""
        thread = self._thread
        if thread is not None:
            thread.join(_LAST_SECONDS)

    def _write(self) -> None:
        while True:
            with self._one:
                settings, self._newest = self._newest, None
                if settings is None:
                    self._thread = None
                    return
            save_settings(settings, self._path)


def _settings(body: Mapping[str, object]) -> Settings:
    lang, theme, recent = body.get("lang"), body.get("theme"), body.get("recent")
    ambiguous, cursor = body.get("ambiguous"), body.get("cursor")
    return Settings(
        lang=Lang(lang) if isinstance(lang, str) and lang in tuple(Lang) else None,
        theme=theme if isinstance(theme, str) else None,
        recent=tuple(one for one in recent if isinstance(one, str)) if isinstance(recent, list) else (),
        tour_seen=body.get("tour_seen") is True,
        ambiguous=ambiguous if ambiguous in (1, 2) and isinstance(ambiguous, int) else None,
        cursor=cursor if isinstance(cursor, bool) else None,
    )
