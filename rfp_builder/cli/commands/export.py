"""`export schema|library`: the JSON Schemas of what the product stores, and the catalogue to look up."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.catalogue.schema import schemas
from rfp_builder.cli.bilingual import Group, Lazy, argument, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, lang_option, say
from rfp_builder.i18n import Phrase
from rfp_builder.store.atomic import write_atomic

_WRITTEN = Phrase("書き出しました: {file}", "Wrote {file}")

command = Group(
    "export",
    phrase=Phrase(
        "資料集や、ほかの道具で使える形を書き出します。", "Write the library, and forms for other tools."
    ),
    lazy={
        "schema": Lazy(
            "rfp_builder.cli.commands.export:schema",
            Phrase("JSON Schema を書き出す", "write the JSON Schemas"),
        ),
        "library": Lazy(
            "rfp_builder.cli.commands.export_library:library",
            Phrase(
                "KPI、応対の文例、要件集を Excel に書き出す", "write KPIs, examples and requirements to Excel"
            ),
        ),
    },
)


@spoken_command(
    "schema",
    "project.json などの JSON Schema をフォルダに書き出します。",
    "Write the JSON Schemas of project.json and its parts to a folder.",
)
@argument(
    "folder",
    metavar="[DIR]",
    type=click.Path(path_type=Path, file_okay=False),
    default="schemas",
    ja="書き出すフォルダ（省略時は schemas）",
    en="Folder to write them to (default: schemas)",
)
@json_option
@lang_option
@click.pass_context
def schema(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Texts for users are in the decorator."""
    written = []
    for name, text in schemas().items():
        write_atomic(folder / name, text.encode())
        written.append(folder / name)
    if as_json:
        answer_json(ctx, files=[str(path) for path in written])
        return
    for path in written:
        say(ctx, _WRITTEN.fill(file=path))
