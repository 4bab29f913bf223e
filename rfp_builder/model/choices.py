"""Closed lists of answers. What they are called in either language is the catalogue's business."""

from enum import StrEnum


class Scope(StrEnum):
    """Who does an activity."""

    IN_HOUSE = "in_house"
    OUTSOURCED = "outsourced"
    SHARED = "shared"


class RequestOutcome(StrEnum):
    """What became of a stakeholder's request."""

    BECAME = "became"
    MERGED = "merged"
    DECLINED = "declined"
    OPEN = "open"


class ProgramKind(StrEnum):
    """Direction of the work."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BACK_OFFICE = "back_office"


class Stage(StrEnum):
    """Stage of the customer's way (AIDMA), or keeping loyalty."""

    ATTENTION = "attention"
    INTEREST = "interest"
    DESIRE = "desire"
    MOTIVE = "motive"
    ACTION = "action"
    LOYALTY = "loyalty"


class Channel(StrEnum):
    """By what means a contact happens."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    WEB_FORM = "web_form"
    SNS = "sns"
    SMS = "sms"
    FAX = "fax"
    LETTER = "letter"
    VIDEO = "video"


class Language(StrEnum):
    """Language spoken with customers."""

    JAPANESE = "japanese"
    ENGLISH = "english"
    CHINESE = "chinese"
    KOREAN = "korean"
    PORTUGUESE = "portuguese"
    SPANISH = "spanish"
    VIETNAMESE = "vietnamese"
    OTHER = "other"


class Day(StrEnum):
    """Day of the week, or a public holiday."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
    HOLIDAY = "holiday"


class ConstraintKind(StrEnum):
    """Where a constraint comes from."""

    LAW = "law"
    CONTRACT = "contract"
    TECHNICAL = "technical"
    ORGANISATION = "organisation"
    SCHEDULE = "schedule"
    OTHER = "other"


class SegmentKind(StrEnum):
    """The four usual customer segments."""

    BEST = "best"
    ORDINARY = "ordinary"
    LAPSED = "lapsed"
    PROSPECTIVE = "prospective"
    OTHER = "other"


class Role(StrEnum):
    """Roles in a contact centre."""

    CSR = "csr"
    SV = "sv"
    QA = "qa"
    TRAINER = "trainer"
    WFM = "wfm"
    MANAGER = "manager"
    OTHER = "other"


class Employment(StrEnum):
    """Form of employment."""

    PERMANENT = "permanent"
    CONTRACT = "contract"
    PART_TIME = "part_time"
    DISPATCHED = "dispatched"


class Workplace(StrEnum):
    """Where people work."""

    SITE = "site"
    HOME = "home"
    BOTH = "both"


class Bearer(StrEnum):
    """Who owns, provides or pays."""

    CLIENT = "client"
    VENDOR = "vendor"
    SHARED = "shared"


class Frequency(StrEnum):
    """How often."""

    REALTIME = "realtime"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    EACH_TIME = "each_time"


class PlanningLevel(StrEnum):
    """Levels of a forecast, from year to interval."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    INTERVAL = "interval"


class Raci(StrEnum):
    """Part that somebody takes in a decision."""

    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"


class Unit(StrEnum):
    """Unit of a measured value."""

    PERCENT = "percent"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    COUNT = "count"
    SCORE = "score"
    YEN = "yen"
    RATIO = "ratio"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class System(StrEnum):
    """Systems of a contact centre (5.1)."""

    PBX = "pbx"
    ACD = "acd"
    IVR = "ivr"
    CTI = "cti"
    CRM = "crm"
    KNOWLEDGE = "knowledge"
    RECORDING = "recording"
    WFM = "wfm"
    CHAT = "chat"
    NETWORK = "network"
    TERMINALS = "terminals"
    OTHER = "other"


class Facility(StrEnum):
    """Parts of a facility (5.2)."""

    FLOOR = "floor"
    SEATS = "seats"
    POWER = "power"
    FURNITURE = "furniture"
    PHYSICAL_SECURITY = "physical_security"
    OTHER = "other"


class TransferAbroad(StrEnum):
    """Whether data may leave the country."""

    FORBIDDEN = "forbidden"
    WITH_CONSENT = "with_consent"
    ALLOWED = "allowed"


class Permission(StrEnum):
    """Whether something is allowed."""

    ALLOWED = "allowed"
    CONDITIONAL = "conditional"
    FORBIDDEN = "forbidden"


class PriceBasis(StrEnum):
    """What a running price is counted by."""

    FIXED_MONTHLY = "fixed_monthly"
    PER_SEAT = "per_seat"
    PER_FTE = "per_fte"
    PER_HOUR = "per_hour"
    PER_MINUTE = "per_minute"
    PER_CONTACT = "per_contact"
    TIERED = "tiered"


class Effect(StrEnum):
    """Which way performance changes the payment."""

    BONUS = "bonus"
    PENALTY = "penalty"


class TaxTreatment(StrEnum):
    """Whether amounts include consumption tax."""

    EXCLUDED = "excluded"
    INCLUDED = "included"


class Priority(StrEnum):
    """How binding a requirement is."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Disclosure(StrEnum):
    """Whether vendors see a requirement."""

    DISCLOSED = "disclosed"
    WITHHELD = "withheld"
