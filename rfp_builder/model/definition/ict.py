"""Section 5, ICT 情報通信システム: systems, facilities, data, security."""

from rfp_builder.model.answers import Answer, Item, Row
from rfp_builder.model.base import Value
from rfp_builder.model.choices import Bearer, Facility, Permission, Priority, System, TransferAbroad
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate, Days, Hours, Minutes, Percent


class SystemRow(Row):
    """One system: who owns, provides and pays for it; `availability` in per cent of service hours."""

    system: Answer[System] = None
    detail: Answer[Localized] = None
    owner: Answer[Bearer] = None
    provider: Answer[Bearer] = None
    payer: Answer[Bearer] = None
    availability: Answer[Percent] = None


class Systems(Item):
    """5.1 Software and hardware ソフトウェア・ハードウェアの帰属とコスト負担."""

    systems: Answer[tuple[SystemRow, ...]] = None


class FacilityRow(Row):
    """One part of the facility and who pays for it."""

    facility: Answer[Facility] = None
    detail: Answer[Localized] = None
    payer: Answer[Bearer] = None


class Facilities(Item):
    """5.2 Facility ファシリティのコスト負担."""

    facilities: Answer[tuple[FacilityRow, ...]] = None


class DataRow(Row):
    """One kind of data handled."""

    data: Localized | None = None
    personal: Answer[bool] = None
    kept_where: Answer[Localized] = None
    retention_days: Answer[Days] = None
    seen_by: Answer[Localized] = None
    encryption: Answer[Localized] = None


class Data(Item):
    """5.3 Data データの取り扱い."""

    data: Answer[tuple[DataRow, ...]] = None
    transfer_abroad: Answer[TransferAbroad] = None
    transfer_rule: Answer[Localized] = None
    sub_processing: Answer[Permission] = None
    sub_processing_rule: Answer[Localized] = None
    breach_notice_hours: Answer[Hours] = None
    return_and_erasure: Answer[Localized] = None


class FunctionRow(Row):
    """A function that the systems have; `recovery_minutes` after a failure."""

    function: Localized | None = None
    priority: Answer[Priority] = None
    availability: Answer[Percent] = None
    recovery_minutes: Answer[Minutes] = None


class Functions(Item):
    """5.4 Functions and availability 機能・可用性."""

    functions: Answer[tuple[FunctionRow, ...]] = None


class Certificate(Row):
    """A certificate asked for, and what it covers; `valid_until`: it must hold at least until then."""

    certificate: Localized | None = None
    scope: Answer[Localized] = None
    valid_until: Answer[CalendarDate] = None
    mandatory: Answer[bool] = None


class Security(Item):
    """5.5 Security セキュリティ."""

    two_factor: Answer[bool] = None
    two_factor_scope: Answer[Localized] = None
    certificates: Answer[tuple[Certificate, ...]] = None
    clean_desk: Answer[Localized] = None
    log_retention_days: Answer[Days] = None
    log_rule: Answer[Localized] = None


class SettingRecord(Row):
    """Settings recorded at introduction and handed over."""

    setting: Localized | None = None
    form: Answer[Localized] = None
    kept_where: Answer[Localized] = None
    handed_over: Answer[Localized] = None


class Settings(Item):
    """5.6 Configuration records 設定記録."""

    records: Answer[tuple[SettingRecord, ...]] = None


class Ict(Value):
    """Section 5."""

    systems: Systems = Systems.empty()
    facilities: Facilities = Facilities.empty()
    data: Data = Data.empty()
    functions: Functions = Functions.empty()
    security: Security = Security.empty()
    settings: Settings = Settings.empty()
