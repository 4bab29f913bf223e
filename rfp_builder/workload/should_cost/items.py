"""What is assumed, and what the cost is made of."""

from __future__ import annotations

from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase


class Item(StrEnum):
    """Something that the cost rests on."""

    CSR_WAGE = "csr-wage"
    SV_WAGE = "sv-wage"
    QA_WAGE = "qa-wage"
    TRAINER_WAGE = "trainer-wage"
    WFM_WAGE = "wfm-wage"
    MANAGER_PAY = "manager-pay"
    AGENTS_PER_SV = "agents-per-sv"
    AGENTS_PER_QA = "agents-per-qa"
    AGENTS_PER_TRAINER = "agents-per-trainer"
    AGENTS_PER_WFM = "agents-per-wfm"
    MANAGERS = "managers"
    NIGHT = "night-premium"
    OVERTIME = "overtime-premium"
    LONG_OVERTIME = "long-overtime-premium"
    HOLIDAY = "holiday-premium"
    ALLOWANCES = "allowances"
    SOCIAL_COST = "social-cost"
    HIRES = "hires"
    HIRE_COST = "hire-cost"
    TRAINING_HOURS = "training-hours"
    SEAT = "seat"
    ICT = "ict"
    TELECOM = "telecom"
    OVERHEAD = "overhead"
    MARGIN = "margin"

    def to(self, lang: Lang) -> str:
        """Its name."""
        return _NAMES[self][0].to(lang)

    @property
    def unit(self) -> Phrase:
        """What its value is counted in."""
        return _NAMES[self][1]

    @property
    def is_cheaper_when_high(self) -> bool:
        """Whether a higher value makes the work cheaper: agents for each supervisor."""
        return self in _CHEAPER_WHEN_HIGH


class Line(StrEnum):
    """One line of the cost."""

    AGENTS = "agents"
    MANAGEMENT = "management"
    ALLOWANCES = "allowances"
    SOCIAL_COST = "social-cost"
    HIRING = "hiring"
    SEATS = "seats"
    ICT = "ict"
    TELECOM = "telecom"
    OVERHEAD = "overhead"
    MARGIN = "margin"

    def to(self, lang: Lang) -> str:
        """Its name."""
        return _LINES[self].to(lang)


_CHEAPER_WHEN_HIGH = frozenset(
    {Item.AGENTS_PER_SV, Item.AGENTS_PER_QA, Item.AGENTS_PER_TRAINER, Item.AGENTS_PER_WFM}
)
_AN_HOUR = Phrase("円／時間", "yen an hour")
_A_MONTH = Phrase("円／人・月", "yen a person and month")
_AGENTS = Phrase("オペレーター何人に1人か", "agents for each one")
_OF_WAGE = Phrase("通常の賃金に対する割合", "share of the ordinary wage")
_OF_WAGES = Phrase("賃金に対する割合", "share of wages")
_A_SEAT = Phrase("円／席・月", "yen a seat and month")
_NAMES = {
    Item.CSR_WAGE: (Phrase("オペレーターの時給", "Wage of an agent"), _AN_HOUR),
    Item.SV_WAGE: (Phrase("スーパーバイザーの時給", "Wage of a supervisor"), _AN_HOUR),
    Item.QA_WAGE: (Phrase("品質管理担当の時給", "Wage of quality staff"), _AN_HOUR),
    Item.TRAINER_WAGE: (Phrase("トレーナーの時給", "Wage of a trainer"), _AN_HOUR),
    Item.WFM_WAGE: (Phrase("要員計画担当の時給", "Wage of a workforce planner"), _AN_HOUR),
    Item.MANAGER_PAY: (Phrase("センター長の月給", "Pay of a centre manager"), _A_MONTH),
    Item.AGENTS_PER_SV: (Phrase("スーパーバイザーの配置", "Agents for each supervisor"), _AGENTS),
    Item.AGENTS_PER_QA: (Phrase("品質管理担当の配置", "Agents for each of quality staff"), _AGENTS),
    Item.AGENTS_PER_TRAINER: (Phrase("トレーナーの配置", "Agents for each trainer"), _AGENTS),
    Item.AGENTS_PER_WFM: (Phrase("要員計画担当の配置", "Agents for each workforce planner"), _AGENTS),
    Item.MANAGERS: (Phrase("センター長の人数", "Centre managers"), Phrase("人", "people")),
    Item.NIGHT: (Phrase("深夜の割増", "Night premium"), _OF_WAGE),
    Item.OVERTIME: (Phrase("時間外の割増", "Overtime premium"), _OF_WAGE),
    Item.LONG_OVERTIME: (
        Phrase("月60時間を超える時間外の割増", "Premium for overtime beyond 60 hours a month"),
        _OF_WAGE,
    ),
    Item.HOLIDAY: (Phrase("法定休日の割増", "Premium for statutory holidays"), _OF_WAGE),
    Item.ALLOWANCES: (Phrase("賞与・交通費などの手当", "Bonuses, commuting and allowances"), _OF_WAGES),
    Item.SOCIAL_COST: (Phrase("法定福利費（会社負担）", "Social cost (employer's part)"), _OF_WAGES),
    Item.HIRES: (
        Phrase("1か月の補充採用", "Hires a month to replace leavers"),
        Phrase("人／月", "people a month"),
    ),
    Item.HIRE_COST: (Phrase("採用費", "Cost of hiring"), Phrase("円／人", "yen a person")),
    Item.TRAINING_HOURS: (Phrase("初期研修の時間", "Initial training"), Phrase("時間／人", "hours a person")),
    Item.SEAT: (Phrase("席（床・電気・什器）", "Seats (floor, power, furniture)"), _A_SEAT),
    Item.ICT: (Phrase("ICT（端末・ライセンス・保守）", "ICT (terminals, licences, support)"), _A_SEAT),
    Item.TELECOM: (Phrase("通信費", "Telecom"), Phrase("円／分（電話）", "yen a minute on the phone")),
    Item.OVERHEAD: (
        Phrase("一般管理費", "Overhead"),
        Phrase("直接費に対する割合", "share of direct cost"),
    ),
    Item.MARGIN: (Phrase("利益", "Margin"), Phrase("価格に対する割合", "share of the price")),
}
_LINES = {
    Line.AGENTS: Phrase("オペレーターの賃金", "Wages of agents"),
    Line.MANAGEMENT: Phrase("管理者の賃金", "Wages of management"),
    Line.ALLOWANCES: Phrase("賞与・手当", "Bonuses and allowances"),
    Line.SOCIAL_COST: Phrase("法定福利費", "Social cost"),
    Line.HIRING: Phrase("採用・研修", "Hiring and training"),
    Line.SEATS: Phrase("席", "Seats"),
    Line.ICT: Phrase("ICT", "ICT"),
    Line.TELECOM: Phrase("通信費", "Telecom"),
    Line.OVERHEAD: Phrase("一般管理費", "Overhead"),
    Line.MARGIN: Phrase("利益", "Margin"),
}
