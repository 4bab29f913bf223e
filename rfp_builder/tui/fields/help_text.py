"""The help of a page and of the field one is at, as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from rfp_builder.check.finding import Finding
from rfp_builder.forms.help import help_of
from rfp_builder.forms.pages import FormPage
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import Kind

_WORKED_OUT = Phrase("計画から記入した回答", "Worked out by the plan")
_FINDINGS = Phrase("ここへの指摘", "Findings here")
_HOW = Phrase("入力のしかた", "How to fill it in")
_WHY = Phrase("なぜ聞くのか", "Why this is asked")
_GOOD = Phrase("よい回答", "A good answer")
_EXAMPLES = Phrase("例: {examples}", "For example: {examples}")
_BETWEEN = {Lang.JA: " ／ ", Lang.EN: " / "}
_CONFIDENTIAL = Phrase("社外秘です。提案会社には渡りません。", "Confidential: no vendor sees it.")
_KEYS = Phrase("F4 キーで記入例が入ります。", "F4 fills in an example.")
_KEYS_ANSWERABLE = Phrase(
    "F4 キーで記入例が入ります。今は答えられないときは F5 キーを押します。",
    "F4 fills in an example. If you cannot answer now, press F5.",
)
_KEYS_CELL = Phrase(
    "文字を打ち始めるか F4 キーで、このセルを編集します。Enter キーでは行を1列ずつの入力欄で開きます。",
    "Start typing or press F4 to edit this cell; Enter opens the row as a form.",
)
_KEYS_CELL_ANSWERABLE = Phrase(
    "今は答えられないときは F5 キーを押します。", "If you cannot answer now, press F5."
)
_TABLE_BELOW = Phrase("「{table}」の表について", "About the table “{table}”")
_KEYS_TABLE = Phrase(
    "例の行を入れるときや、表全体を未定・該当なしにするときは、F10 キーの操作一覧から選びます。",
    "F10 lists what can be done, such as putting in the rows of the example, or saying that the whole "
    "table is still to be decided.",
)


def help_text(
    page: FormPage | None,
    question: Question | None,
    findings: Sequence[Finding],
    lang: Lang,
    table: Question | None = None,
    mark: Phrase | None = None,
) -> Content:
    """Of the field first, then of the page, if it is one of the definition. Findings come with what to do.

    Where `question` is a column, `table` is the one it stands in. `mark` says that the answer was worked out.
    """
    parts = [] if question is None else list(_of_field(question, page, lang, table))
    if mark is not None:
        parts += _block(_WORKED_OUT, mark, lang)
    parts += _of_findings(findings, lang)
    if table is not None:
        parts += _block(_TABLE_BELOW.fill(table=table.label), table.help, lang)
    if page is not None:
        parts += _block(_WHY, page.why, lang)
        parts += _block(_GOOD, page.good, lang)
    return Content("\n").join(parts)


def _of_field(
    question: Question, page: FormPage | None, lang: Lang, table: Question | None
) -> Iterator[Content]:
    told = help_of(question, page, table)
    chosen = question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO)
    yield Content.styled(told.label.to(lang), "bold $primary")
    yield Content(told.help.to(lang))
    for more in (told.when, _CONFIDENTIAL if told.confidential else None):
        if more is not None:
            yield Content(more.to(lang))
    yield Content("")
    yield Content.styled(_HOW.to(lang), "bold $primary")
    yield Content(told.typing.how.to(lang))
    if told.typing.examples and not chosen:
        examples = _BETWEEN[lang].join(one.to(lang) for one in told.typing.examples)
        yield Content(_EXAMPLES.fill(examples=examples).to(lang))
    if table is not None:
        yield Content(_KEYS_CELL.to(lang))
        if question.answerable:
            yield Content(_KEYS_CELL_ANSWERABLE.to(lang))
    else:
        yield Content(_keys(question).to(lang))
    yield Content("")


def _keys(question: Question) -> Phrase:
    if question.kind is Kind.TABLE:
        return _KEYS_TABLE
    return _KEYS_ANSWERABLE if question.answerable else _KEYS


def _of_findings(findings: Sequence[Finding], lang: Lang) -> Iterator[Content]:
    if not findings:
        return
    yield Content.styled(_FINDINGS.to(lang), "bold $warning")
    for finding in findings:
        yield Content(f"! {finding.message.to(lang)}")
        yield Content.styled(f"  {finding.remedy.to(lang)}", "$text-muted")
    yield Content("")


def _block(title: Phrase, text: Phrase, lang: Lang) -> Iterator[Content]:
    yield Content.styled(title.to(lang), "bold $primary")
    yield Content(text.to(lang))
    yield Content("")
