"""The pages beside the seven sections: the frame of the RFP, and who scores the proposals."""

from __future__ import annotations

from functools import cache

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.forms.choices import Choice
from rfp_builder.forms.questions import Block, Page, Question, section_pages
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.base import Value
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.rfp import Contact, Gate, Rfp, ScheduleRow, Step
from rfp_builder.model.shape import Kind

SCHEDULE, GATES, EVALUATORS = "rfp.schedule", "rfp.gates", "evaluators"


@cache
def pages() -> tuple[Page, ...]:
    """All pages in the order of their sheets."""
    return (frame_page(), *section_pages(), evaluators_page())


@cache
def frame_page() -> Page:
    """What the RFP adds to the definition."""
    return Page(
        key="rfp",
        title=Phrase("提案依頼書の枠", "Title, contact, dates, gates"),
        lead=Phrase(
            "提案依頼書の表紙と前書き、日程、応募資格、提出方法になる内容です。どれも提案会社に渡ります。",
            "Cover, introduction, schedule, gates and instructions of the RFP. All of it goes to vendors.",
        ),
        blocks=(_cover(), _contact(), _schedule(), _gates(), _terms()),
    )


def _cover() -> Block:
    return _block(
        Phrase("表紙と背景", "Cover and background"),
        Phrase(
            "何の提案依頼書で、なぜ委託するのですか。",
            "What is this RFP for, and why is the work outsourced?",
        ),
        _asked("title", Phrase("件名", "Title"), Phrase("表紙に載せる件名です。", "As on the cover.")),
        _asked(
            "number",
            Phrase("管理番号", "Number"),
            Phrase("文書の管理番号です。なければ空欄にします。", "Your document number, if there is one."),
            Kind.LINE,
            required=False,
        ),
        _asked(
            "client",
            Phrase("発注者名", "Client"),
            Phrase("発注する組織の正式名称です。", "Full name of the organisation that buys."),
        ),
        _asked(
            "version",
            Phrase("版", "Version"),
            Phrase("1.0 のように、数字を点で区切ります。", "Two numbers with a point, such as 1.0."),
            Kind.LINE,
        ),
        _asked(
            "languages",
            Phrase("発行する言語", "Languages of the RFP"),
            Phrase(
                "両方で発行する場合は「日本語、英語」と書きます。次に書き出すと、両方の記入欄ができます。",
                "For both, write “Japanese, English”; the next export has cells for both.",
            ),
            Kind.CHOICES,
            choices=tuple(Choice(lang.value, lang.label) for lang in Lang),
        ),
        _asked(
            "background",
            Phrase("背景", "Background"),
            Phrase(
                "事業の概要、委託に至った経緯、期待することを書きます。",
                "Your business, how it came to outsourcing, and what you hope for.",
            ),
        ),
    )


def _contact() -> Block:
    return _block(
        Phrase("問い合わせ窓口", "Contact"),
        Phrase(
            "提案会社は、質問と提案をどこに送りますか。個人名ではなく部署名にします。",
            "Where do vendors send questions and proposals? Name a desk, not a person.",
        ),
        _asked(
            "contact.desk",
            Phrase("窓口", "Desk"),
            Phrase("部署と窓口の名前です。", "Department and desk."),
            holder=Contact,
            begins=True,
        ),
        _asked(
            "contact.email",
            Phrase("メールアドレス", "E-mail"),
            Phrase("窓口の共用アドレスを勧めます。", "A shared address is best."),
            Kind.LINE,
            holder=Contact,
            required=False,
        ),
        _asked(
            "contact.phone",
            Phrase("電話番号", "Telephone"),
            Phrase("電話で受け付けない場合は空欄にします。", "Leave it empty if calls are not taken."),
            Kind.LINE,
            holder=Contact,
            required=False,
        ),
    )


def _schedule() -> Block:
    def column(name: str, label: Phrase, help_: Phrase, kind: Kind, required: bool = False) -> Question:
        choices = choices_of(Step) if kind is Kind.CHOICE else ()
        return Question(
            path=name,
            kind=kind,
            label=label,
            help=help_,
            holder=ScheduleRow,
            required=required,
            choices=tuple(Choice(one.value, one.label, one.also) for one in choices),
        )

    columns = (
        column(
            "step",
            Phrase("手続き", "Step"),
            Phrase("一覧から選びます。", "From the list."),
            Kind.CHOICE,
            True,
        ),
        column(
            "day",
            Phrase("日付", "Date"),
            Phrase("土日祝日を避けます。", "Avoid weekends and public holidays."),
            Kind.DATE,
            True,
        ),
        column(
            "at",
            Phrase("時刻", "Time"),
            Phrase("締切の時刻です（例 17:00）。", "Time of a deadline, such as 17:00."),
            Kind.CLOCK,
        ),
        column(
            "note",
            Phrase("備考", "Note"),
            Phrase("場所や受け付け方を書きます。", "Place, or how it is done."),
            Kind.TEXT,
        ),
    )
    return _table_block(
        Phrase("日程", "Schedule"),
        Phrase("発行から開始まで、いつ何を行いますか。", "What happens when, from issue to service start?"),
        Question(
            path=SCHEDULE,
            kind=Kind.TABLE,
            label=Phrase("日程", "Schedule"),
            help=Phrase(
                "日付のない行は使いません。行わない手続きは日付を空けておきます。",
                "A row without a date is not used; leave the date of a step that does not happen empty.",
            ),
            holder=Rfp,
            row=ScheduleRow,
            columns=columns,
            preset="step",
        ),
    )


def _gates() -> Block:
    return _table_block(
        Phrase("応募資格", "Gates"),
        Phrase(
            "満たさない会社を選考から外す条件は何ですか。満たすか満たさないかで判定できるように書きます。",
            "Which conditions put a vendor out? Each must be a matter of pass or fail.",
        ),
        Question(
            path=GATES,
            kind=Kind.TABLE,
            label=Phrase("応募資格", "Gates"),
            help=Phrase(
                "多くても5つほどに絞ります。", "Five at the most; every one of them costs you competition."
            ),
            holder=Rfp,
            row=Gate,
            columns=(
                _row_text(
                    Gate,
                    "statement",
                    Phrase("条件", "Condition"),
                    Phrase("1つの条件です。", "One condition."),
                    True,
                ),
                _row_text(
                    Gate,
                    "evidence",
                    Phrase("確認する書類", "Evidence"),
                    Phrase("提案会社が提出する書類です。", "What the vendor hands in to show it."),
                ),
            ),
        ),
    )


def _terms() -> Block:
    return _block(
        Phrase("提出方法と条件", "Submission and terms"),
        Phrase(
            "何を、どの形式で、どこへ提出しますか。提案の扱いはどうなりますか。",
            "What is handed in, in which form and where? How are proposals treated?",
        ),
        _asked(
            "how_to_submit",
            Phrase("提出方法", "How to submit"),
            Phrase(
                "提出物、形式、宛先、受領の連絡を書きます。",
                "What, in which form, to whom, how it is confirmed.",
            ),
        ),
        _asked(
            "validity_days",
            Phrase("提案の有効期間（日）", "Offers bind for (days)"),
            Phrase("提出期限から数えた日数です。", "Days from the proposal deadline."),
            Kind.WHOLE,
            unit=Phrase("日", "days"),
            required=False,
        ),
        _asked(
            "confidentiality",
            Phrase("秘密の取り扱い", "Confidentiality"),
            Phrase(
                "提案依頼書で知った情報の扱いと、返却・廃棄について書きます。",
                "How what the RFP tells is to be treated, returned and destroyed.",
            ),
            required=False,
        ),
        _asked(
            "other_terms",
            Phrase("その他の条件", "Other terms"),
            Phrase(
                "提案の費用の負担、選定しない場合の扱いなどです。",
                "Who bears the cost of proposing, what if nobody is chosen, and the like.",
            ),
            required=False,
        ),
    )


@cache
def evaluators_page() -> Page:
    """Who scores."""
    table = Question(
        path=EVALUATORS,
        kind=Kind.TABLE,
        label=Phrase("評価者", "Evaluators"),
        help=Phrase(
            "採点表は、ここに挙げた1行につき1つ作られます。", "One score book is made for every row."
        ),
        holder=Evaluator,
        row=Evaluator,
        columns=(
            _row_text(
                Evaluator,
                "label",
                Phrase("呼び名", "Name"),
                Phrase(
                    "採点表の名前になります。役割名で構いません。",
                    "The score book is called after it; a role will do.",
                ),
                True,
            ),
            _row_text(
                Evaluator,
                "department",
                Phrase("所属", "Department"),
                Phrase("所属する部署です。", "Where the evaluator works."),
            ),
        ),
    )
    return Page(
        key="evaluators",
        title=Phrase("評価者", "Evaluators"),
        lead=Phrase(
            "提案を採点する人です。互いの点数と価格を見ずに採点します。",
            "Those who score the proposals, each without seeing the others' scores or any price.",
        ),
        blocks=(
            _table_block(
                Phrase("評価者", "Evaluators"),
                Phrase(
                    "誰が採点しますか。業務、情報システム、調達など、立場の違う人を選びます。",
                    "Who scores? Choose people who see different sides: operations, systems, purchasing.",
                ),
                table,
            ),
        ),
    )


def _asked(
    name: str,
    label: Phrase,
    help_: Phrase,
    kind: Kind = Kind.TEXT,
    *,
    holder: type[Value] = Rfp,
    required: bool = True,
    unit: Phrase | None = None,
    choices: tuple[Choice, ...] = (),
    begins: bool = False,
) -> Question:
    return Question(
        path=f"rfp.{name}",
        kind=kind,
        label=label,
        help=help_,
        holder=holder,
        required=required,
        unit=unit,
        choices=choices,
        begins=begins,
    )


def _row_text(row: type[Value], name: str, label: Phrase, help_: Phrase, required: bool = False) -> Question:
    return Question(path=name, kind=Kind.TEXT, label=label, help=help_, holder=row, required=required)


def _block(title: Phrase, question: Phrase, *fields: Question) -> Block:
    return Block(title=title, question=question, good=None, fields=fields)


def _table_block(title: Phrase, question: Phrase, table: Question) -> Block:
    return Block(title=title, question=question, good=None, fields=(table,))
