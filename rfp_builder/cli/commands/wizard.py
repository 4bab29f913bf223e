"""The wizard: on the whole screen, or question by question with `--plain`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.shared import lang_option, today


@spoken_command(
    "wizard",
    "画面を開いて、要件の入力から発行・評価までを行います。「rfp-builder フォルダ名」でも同じです。",
    "Open the wizard: from the first answer to issue and ranking. “rfp-builder FOLDER” does the same.",
)
@argument(
    "folder",
    required=False,
    metavar="[DIR]",
    type=click.Path(path_type=Path),
    ja="プロジェクトのフォルダ（省略時は現在のフォルダ）",
    en="Folder of the project (default: where you are)",
)
@option(
    "--plain",
    is_flag=True,
    ja="画面全体を使わず、1問ずつ表示します（読み上げソフトや簡易端末向け）。",
    en="One question at a time without full-screen drawing, for screen readers and simple terminals.",
)
@lang_option
@click.pass_context
def command(ctx: click.Context, folder: Path | None, plain: bool) -> None:
    """Texts for users are in the decorator."""
    given = session(ctx).project
    named = folder or (Path(given) if given else None)
    here = Path.cwd() if (Path.cwd() / "project.json").is_file() else None
    open_wizard(ctx, named or here, plain)


def open_wizard(ctx: click.Context, folder: Path | None, plain: bool) -> None:
    """Open the wizard on the project in `folder`; without one it asks which."""
    if plain or session(ctx).plain or os.environ.get("TERM") == "dumb":
        from rfp_builder.cli.plain.walk import run_plain
        from rfp_builder.tui.settings import settings_file
        from rfp_builder.workspace.document.private import rescue_folder

        run_plain(folder, session(ctx).lang, today(), settings_file(), rescue_folder())
        return
    from rfp_builder.tui.start import run_wizard

    run_wizard(folder, session(ctx).lang, today())
