"""`export library`: the KPIs, kit, phrases and requirements of the catalogue in a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, lang_option, say
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.store.atomic import write_atomic

_WRITTEN = Phrase("資料集を書き出しました: {file}", "Wrote the library: {file}")
_ENDING = ".xlsx"


@spoken_command(
    "library",
    "KPI、苦情・ハラスメント対応、言い換え、要件の文例を Excel に書き出します。",
    "Write KPIs, the complaint and harassment kit, phrases and ready requirements to Excel.",
)
@argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    ja="書き出すファイルの名前（.xlsx）",
    en="Name of the file to write (.xlsx)",
)
@option("--force", is_flag=True, ja="同じ名前のファイルを上書きします。", en="Overwrite a file of that name.")
@json_option
@lang_option
@click.pass_context
def library(ctx: click.Context, file: Path, force: bool, as_json: bool) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.excel.library.writer import library_workbook

    path = file if file.suffix else file.with_name(f"{file.name}{_ENDING}")
    if path.suffix.lower() != _ENDING or (path.exists() and not force):
        raise WrongUse(
            Phrase("そこには書き出せません。", "It cannot be written there."),
            Phrase(
                "{name} はすでにあるか、Excel のファイル名ではありません。",
                "{name} is there already, or is no name of an Excel file.",
            ).fill(name=path.name),
            Phrase(
                "末尾が .xlsx の別の名前にするか、--force を付けて上書きしてください。",
                "Choose another name that ends in .xlsx, or overwrite it with --force.",
            ),
        )
    write_atomic(path, library_workbook(session(ctx).lang))
    if as_json:
        answer_json(ctx, file=str(path))
        return
    say(ctx, _WRITTEN.fill(file=path))
