"""`agree show|export|import|sign|lock`: the criteria with the stakeholders."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.cli.agreements import party_data, party_line
from rfp_builder.cli.bilingual import Group, Lazy, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from rfp_builder.text.show import show_date, show_number
from rfp_builder.text.width import cell_width
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.sign_offs import parties

_LONGEST_NAME = 100
_HERE = "rfp_builder.cli.commands.agree"
_EXCEL = "rfp_builder.cli.commands.agree_excel"
_SIGN = "rfp_builder.cli.commands.agree_sign"
_POINTS = Phrase("{points}点", "{points} points")
_FORMULA = Phrase("価格点: {formula}", "Price: {formula}")
_LOCKED = Phrase("{day}に「{by}」の合意として固定済み", "Agreed ({day}, {by})")
_OPEN = Phrase("評価基準はまだ固定していません。", "The criteria are not locked yet.")
_DONE = Phrase("{day}付で評価基準を固定しました。", "The criteria are locked ({day}).")
_DIGEST = Phrase("確認用の値: {digest}", "Digest: {digest}")

command = Group(
    "agree",
    phrase=Phrase(
        "評価基準を表示し、Excel で直し、関係者の合意を記録して固定します。固定した基準は変えられません。",
        "Show the criteria, edit them in Excel, record who agrees, and lock them. "
        "Locked criteria cannot change.",
    ),
    lazy={
        "show": Lazy(f"{_HERE}:show", Phrase("評価基準を表示", "show the criteria")),
        "export": Lazy(f"{_EXCEL}:export", Phrase("Excel に書き出す", "write them to Excel")),
        "import": Lazy(f"{_EXCEL}:import_", Phrase("Excel から取り込む", "take them from Excel")),
        "sign": Lazy(f"{_SIGN}:sign", Phrase("関係者の合意を記録", "record that a stakeholder agrees")),
        "lock": Lazy(f"{_HERE}:lock", Phrase("評価基準を固定", "lock the criteria")),
    },
)


@spoken_command(
    "show",
    "評価基準、配点、価格点の算式、合意の状態を表示します。",
    "Show criteria, points, the price formula and who has agreed.",
)
@json_option
@project_option
@click.pass_context
def show(ctx: click.Context, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    opened = open_workspace(ctx, project).project
    criteria, lang = opened.criteria, session(ctx).lang
    if as_json:
        answer_json(
            ctx,
            **criteria.model_dump(mode="json", exclude_none=True),
            agreements=[party_data(one, lang) for one in parties(opened)],
        )
        return
    for criterion in criteria.criteria:
        say(ctx, f"{criterion.name.to(lang)}  {_points(ctx, criterion.points)}")
        for sub in criterion.subs:
            points = _points(ctx, sub.points)
            space = " " * (10 - cell_width(points))
            say(ctx, f"  {sub.id:<20} {space}{points}  {sub.name.to(lang)}")
    say(ctx, _FORMULA.fill(formula=choice_label(criteria.price_formula)))
    for one in parties(opened):
        say(ctx, party_line(one, lang))
    _say_lock(ctx, opened)


@spoken_command(
    "lock",
    "評価基準を固定します。関係者の合意を得てから実行してください。",
    "Lock the criteria. Run it once the stakeholders have agreed.",
)
@option(
    "--by",
    required=True,
    metavar="NAME",
    ja="合意を代表する人または会議の名前",
    en="Who agreed: a person or a committee",
)
@json_option
@project_option
@click.pass_context
def lock(ctx: click.Context, by: str, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    made = lock_criteria(open_workspace(ctx, project), _who_agreed(by), today())
    if as_json:
        answer_json(ctx, locked_on=made.locked_on, digest=made.digest)
        return
    say(ctx, _DONE.fill(day=show_date(made.locked_on, session(ctx).lang)))
    say(ctx, _DIGEST.fill(digest=made.digest))


def _who_agreed(by: str) -> str:
    """The name on one line. A lock cannot be taken back, so that a slip of the keys must not become one."""
    name = " ".join(clean(by).text.split())
    if not name or name.startswith("-") or len(name) > _LONGEST_NAME:
        raise WrongUse(
            Phrase("評価基準を固定していません。", "The criteria were not locked."),
            Phrase(
                "--by には、合意を代表する人または会議の名前を1行（{most}文字以内）で指定します。",
                "--by takes the name of a person or committee, at most {most} characters.",
            ).fill(most=_LONGEST_NAME),
            Phrase('例: rfp-builder agree lock --by "選定委員会"', 'Say rfp-builder agree lock --by "NAME".'),
        )
    return name


def _points(ctx: click.Context, points: object) -> str:
    from decimal import Decimal

    return _POINTS.fill(points=show_number(Decimal(str(points)))).to(session(ctx).lang)


def _say_lock(ctx: click.Context, project: Project) -> None:
    locked = project.criteria.lock
    if locked is None:
        say(ctx, _OPEN)
    else:
        say(ctx, _LOCKED.fill(day=show_date(locked.locked_on, session(ctx).lang), by=locked.locked_by))
