"""`withhold list|set|unset`: what the RFP leaves out on purpose."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import Group, Lazy, argument, option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.withholding import disclose, missing_languages, withhold

_HERE = "rfp_builder.cli.commands.withhold"
_NONE = Phrase("非開示の要件はありません。", "Nothing is withheld.")
_QUESTION = Phrase("　代わりの質問: {text}", "  Open question: {text}")
_MISSING = Phrase(
    "　提案依頼書は{language}でも発行します。--question-{lang} で{language}の質問を加えてください。",
    "  The RFP is issued in {language}, too: add the question in it with --question-{lang}.",
)
_SET = Phrase("{id} を非開示にしました。", "{id} is now withheld.")
_UNSET = Phrase("{id} を開示に戻しました。", "{id} is disclosed again.")
_COUNT = Phrase("非開示 {n}件", "{n} withheld")

command = Group(
    "withhold",
    phrase=Phrase(
        "提案力を見るために提案依頼書に載せない要件を選びます。事実（件数、時間、法令など）は非開示にできません。",
        "Choose requirements that the RFP leaves out to test what vendors propose by themselves. "
        "Facts (volumes, hours, legal duties …) cannot be withheld.",
    ),
    lazy={
        "list": Lazy(f"{_HERE}:list_", Phrase("非開示の要件を一覧", "list what is withheld")),
        "set": Lazy(f"{_HERE}:set_", Phrase("要件を非開示にする", "withhold a requirement")),
        "unset": Lazy(f"{_HERE}:unset", Phrase("要件を開示に戻す", "disclose a requirement again")),
    },
)


@spoken_command(
    "list", "非開示の要件を一覧します（社外秘）。", "List the withheld requirements (confidential)."
)
@option(
    "--all",
    "everything",
    is_flag=True,
    ja="開示する要件も表示します。",
    en="Show disclosed requirements, too.",
)
@json_option
@project_option
@click.pass_context
def list_(ctx: click.Context, everything: bool, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    lang = session(ctx).lang
    found = [
        one
        for one in open_workspace(ctx, project).project.requirements
        if everything or one.withholding is not None
    ]
    if as_json:
        answer_json(ctx, requirements=[_data(one, lang) for one in found])
        return
    for one in found:
        mark = "-" if one.withholding is None else "*"
        say(ctx, f"{mark} {one.id}  {one.item}  {one.statement.to(lang)}")
        if one.withholding and one.withholding.open_question:
            say(ctx, _QUESTION.fill(text=one.withholding.open_question))
    withheld = sum(1 for one in found if one.withholding is not None)
    say(ctx, _COUNT.fill(n=withheld) if withheld else _NONE)


@spoken_command(
    "set",
    "要件を非開示にします。代わりに置く質問は、指定がなければ要件集のものを使います。",
    "Withhold a requirement. Unless given, the open question in its place is the catalogue's.",
)
@argument(
    "requirement",
    metavar="ID",
    ja="要件の ID（rfp-builder withhold list --all で確かめられます）",
    en="Id of the requirement (see rfp-builder withhold list --all)",
)
@option(
    "--criterion",
    metavar="SUB",
    ja="加点する評価細目（既定: 提案力の最初の評価細目）",
    en="Published sub-criterion that rewards it (default: the first one of “power to propose”)",
)
@option("--question-ja", metavar="TEXT", ja="代わりに置く質問（日本語）", en="Open question in Japanese")
@option("--question-en", metavar="TEXT", ja="代わりに置く質問（英語）", en="Open question in English")
@option("--guide", metavar="TEXT", ja="採点者向けの手引き", en="Guide for the scorers")
@option("--reason", metavar="TEXT", ja="非開示にする理由", en="Why it is withheld")
@json_option
@project_option
@click.pass_context
def set_(
    ctx: click.Context,
    requirement: str,
    criterion: str | None,
    question_ja: str | None,
    question_en: str | None,
    guide: str | None,
    reason: str | None,
    as_json: bool,
    project: Path | None,
) -> int:
    """Texts for users are in the decorator."""
    lang = session(ctx).lang
    workspace = open_workspace(ctx, project)
    question = Localized(ja=question_ja, en=question_en) if question_ja or question_en else None
    changed = withhold(
        workspace,
        requirement,
        criterion=criterion,
        question=question,
        guide=_in(guide, lang),
        reason=_in(reason, lang),
    )
    missing = missing_languages(workspace.project, changed)
    code = ExitCode.BLOCKED if missing else ExitCode.DONE
    if as_json:
        answer_json(ctx, requirement=_data(changed, lang), missing_languages=list(missing))
        return code
    say(ctx, _SET.fill(id=changed.id))
    asked = changed.withholding.open_question if changed.withholding else None
    for one in (one for one in workspace.project.rfp.languages if asked and asked.has(one)):
        say(ctx, _QUESTION.fill(text=asked.to(one) if asked else ""))
    for one in missing:
        say(ctx, _MISSING.fill(language=one.label, lang=one.value))
    return code


@spoken_command("unset", "非開示の要件を開示に戻します。", "Disclose a withheld requirement again.")
@argument(
    "requirement",
    metavar="ID",
    ja="要件の ID（rfp-builder withhold list --all で確かめられます）",
    en="Id of the requirement (see rfp-builder withhold list --all)",
)
@json_option
@project_option
@click.pass_context
def unset(ctx: click.Context, requirement: str, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    changed = disclose(open_workspace(ctx, project), requirement)
    if as_json:
        answer_json(ctx, requirement=_data(changed, session(ctx).lang))
        return
    say(ctx, _UNSET.fill(id=changed.id))


def _in(text: str | None, lang: Lang) -> Localized | None:
    return Localized.model_validate({lang.value: text}) if text else None


def _data(one: Requirement, lang: Lang) -> dict[str, object]:
    question = one.withholding.open_question if one.withholding else None
    return {
        "id": one.id,
        "item": one.item,
        "disclosure": one.disclosure.value,
        "statement": one.statement.to(lang),
        "open_question": question.to(lang) if question else None,
        "criterion": one.scored_under,
    }
