"""Entry point: find the language, run the command, and turn every problem into three plain lines."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from rfp_builder import __version__
from rfp_builder.cli import speech
from rfp_builder.cli.bilingual import Group, Lazy, Option, Session
from rfp_builder.cli.usage import problem_of
from rfp_builder.errors import ExitCode, Problem, WrongUse
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.workspace.disk import disk_problem

_ROOM = "rfp_builder.cli.commands"
COMMANDS = {
    "wizard": Lazy(f"{_ROOM}.wizard", Phrase("画面を開いて入力する", "fill everything in on the screen")),
    "demo": Lazy(f"{_ROOM}.demo", Phrase("見本で全工程を実行", "the whole road on the sample")),
    "new": Lazy(f"{_ROOM}.new", Phrase("新しいプロジェクトを作成", "a new project")),
    "status": Lazy(
        f"{_ROOM}.status", Phrase("現在の状態と次の作業", "where the project stands, what comes next")
    ),
    "check": Lazy(f"{_ROOM}.check", Phrase("定義の点検", "check the definition")),
    "definition": Lazy(
        f"{_ROOM}.definition",
        Phrase("定義の書き出しと取り込み（Excel）", "the definition, to Excel and back"),
    ),
    "register": Lazy(
        f"{_ROOM}.register",
        Phrase("要件台帳の書き出しと取り込み（Excel）", "the register, to Excel and back"),
    ),
    "withhold": Lazy(
        f"{_ROOM}.withhold", Phrase("非開示にする要件の選択", "requirements left out on purpose")
    ),
    "agree": Lazy(f"{_ROOM}.agree", Phrase("評価基準の合意", "the criteria and their agreement")),
    "issue": Lazy(
        f"{_ROOM}.issue", Phrase("提案依頼書と回答書を発行", "issue the RFP and response workbook")
    ),
    "receive": Lazy(f"{_ROOM}.receive", Phrase("提案の受領", "take in a vendor's workbook")),
    "scorebooks": Lazy(f"{_ROOM}.scorebooks", Phrase("採点表を作成", "a score book for each evaluator")),
    "collect": Lazy(f"{_ROOM}.collect", Phrase("採点表の取り込み", "collect the score books")),
    "evaluate": Lazy(f"{_ROOM}.evaluate", Phrase("集計と評価結果", "the ranking and evaluation workbook")),
    "staffing": Lazy(f"{_ROOM}.staffing", Phrase("必要人数の計算", "agents that a queue needs")),
    "forecast": Lazy(f"{_ROOM}.forecast", Phrase("過去の件数から予測", "contacts to come, from past ones")),
    "workload": Lazy(
        f"{_ROOM}.workload", Phrase("件数から要員計画・想定費用へ", "from contacts to a staffing plan")
    ),
    "export": Lazy(f"{_ROOM}.export", Phrase("JSON Schema の書き出し", "write the JSON Schemas")),
}


class _Root(Group):
    """Takes a folder in place of a command: `rfp-builder acme-centre` opens that project in the wizard.

    Where nobody sits in front of it, as in a script, it says where the project stands instead.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """See click."""
        if args and args[0] not in self.lazy and Path(args[0]).is_dir():
            named = ["wizard", *args] if _interactive(args) else ["status", "--project", *args]
            return super().resolve_command(ctx, named)
        return super().resolve_command(ctx, args)


@click.group(
    "rfp-builder",
    cls=_Root,
    lazy=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    phrase=Phrase(
        "コンタクトセンターの外部委託を、業務要件定義から提案会社の選定まで支援します。\n"
        "「rfp-builder」または「rfp-builder フォルダ名」で、入力の画面を開きます。",
        "From a contact centre's requirements to the choice of a vendor.\n"
        "“rfp-builder” or “rfp-builder FOLDER” opens the wizard.",
    ),
)
@click.option(
    "--project",
    cls=Option,
    metavar="DIR",
    default=None,
    phrase=Phrase(
        "プロジェクトのフォルダ（省略時は現在のフォルダ）", "Project folder (default: where you are)"
    ),
)
@click.option(
    "--plain",
    is_flag=True,
    cls=Option,
    phrase=Phrase(
        "画面全体を使わず、1問ずつ表示します。", "One question at a time, without full-screen drawing."
    ),
)
@click.option("--version", is_flag=True, cls=Option, phrase=Phrase("版を表示します。", "Show the version."))
@click.pass_context
def root(ctx: click.Context, project: str | None, plain: bool, version: bool) -> None:
    """The group; the texts users see are phrases above."""
    ctx.obj = Session(ctx.obj.lang, project, plain)
    if version:
        speech.say(ctx.obj.lang, __version__)
    elif ctx.invoked_subcommand is None:
        if _interactive(["--plain"] if plain else []):
            wizard = root.get_command(ctx, "wizard")
            assert wizard is not None
            ctx.invoke(wizard)
        elif project or (Path.cwd() / "project.json").is_file():
            status = root.get_command(ctx, "status")
            assert status is not None
            ctx.invoke(status)
        else:
            speech.say(ctx.obj.lang, ctx.get_help())


def _interactive(words: Sequence[str]) -> bool:
    """Whether a wizard is wanted: somebody sits in front of it, or it was asked for by name."""
    on_a_terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return "--plain" in words or (on_a_terminal and "--json" not in words)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code is `errors.ExitCode`."""
    lang = speech.language_of(arguments)
    try:
        with root.make_context("rfp-builder", list(arguments), obj=Session(lang)) as ctx:
            code = root.invoke(ctx)
        speech.finish()
        return int(code) if isinstance(code, int) else int(ExitCode.DONE)
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _report(_interrupted(), lang)
    except click.UsageError as error:
        return _report(problem_of(error), lang)
    except Problem as problem:
        return _report(problem, lang)
    except OSError as error:
        return _report(disk_problem(error), lang)
    except Exception as error:
        if os.environ.get("RFP_BUILDER_DEBUG"):
            raise
        return _report(_unexpected(error), lang)


def run() -> None:
    """Entry point of the installed command."""
    code = main(sys.argv[1:])
    with contextlib.suppress(OSError):
        speech.finish()
    sys.exit(code)


def _report(problem: Problem, lang: Lang) -> int:
    for line in problem.lines(lang):
        speech.warn(lang, line)
    return int(problem.exit_code)


def _interrupted() -> Problem:
    return WrongUse(
        Phrase("中断しました。", "Interrupted."),
        Phrase("終わっていた保存はそのまま残っています。", "What was saved before stays saved."),
        Phrase("続けるときは、同じコマンドをもう一度実行してください。", "To go on, run the command again."),
    )


def _unexpected(error: Exception) -> Problem:
    # Only the kind of error: its text may quote what the project keeps secret.
    return Problem(
        Phrase("予期しない誤りが起きました。", "Something unexpected went wrong."),
        Phrase("種類: {kind}", "Kind: {kind}").fill(kind=type(error).__name__),
        Phrase(
            "プロジェクトは最後に保存した状態のままです。"
            "RFP_BUILDER_DEBUG=1 を付けて実行すると詳細が出ます。",
            "The project is as it was last saved. Run with RFP_BUILDER_DEBUG=1 to see the details.",
        ),
    )
