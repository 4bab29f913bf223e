"""Where this machine keeps what is its person's alone; apart, since who starts loads no more than needed."""

from __future__ import annotations

from pathlib import Path


def rescue_folder() -> Path:
    """For what a project's folder did not take."""
    import platformdirs

    return Path(platformdirs.user_state_dir("rfp-builder", appauthor=False)) / "unsaved"
