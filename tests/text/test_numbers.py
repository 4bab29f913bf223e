"""Numbers as people type them: what is read, what is asked back, and why."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.text.numbers import Unreadable, read_amount, read_number, read_percent
from rfp_builder.text.show import show_money, show_number, show_percent

_EXPECTED: list[tuple[str, int | None]] = [
    (text, amount)
    for text, amount in json.loads(
        Path(__file__).with_name("numbers_expected.json").read_text(encoding="utf-8")
    )
]
_FULL_WIDTH = str.maketrans("0123456789,.-%", "０１２３４５６７８９，．－％")


@pytest.mark.parametrize(("text", "amount"), _EXPECTED)
def test_amounts_of_vendors(text: str, amount: int | None) -> None:
    if amount is None:
        with pytest.raises(Unreadable):
            read_amount(text)
    else:
        assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("１，２００", 1200),
        ("￥1,200-", 1200),
        ("￥1,200.-", 1200),
        ("￥１，２００－", 1200),
        ("\\1,200", 1200),
        ("金1,200円也", 1200),
        ("1,200 円", 1200),
        ("JPY 1,200", 1200),
        ("1,200 yen", 1200),
        ("1,200.00", 1200),
        ("120万", 1_200_000),
        ("1.2億", 120_000_000),
        ("1億2000万", 120_000_000),
        ("1億2,000万円", 120_000_000),
        ("1億2,345万6,789円", 123_456_789),
        ("1万2000", 12_000),
        ("2兆1億円", 2_000_100_000_000),
        ("5百万円", 5_000_000),
        ("1,234千円", 1_234_000),
        ("0.5万円", 5_000),
        ("1.2345万円", 12_345),
        ("△1,234", -1234),
        ("−1,234", -1234),
        ("▲￥1,234", -1234),
        ("￥▲1,234", -1234),
        ("(￥1,234)", -1234),
        ("（１，２３４）円", -1234),
        ("0", 0),
        ("-0", 0),
        ("　1,200　", 1200),
    ],
)
def test_read_amount(text: str, amount: int) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        *("", "　", "円", "￥", "▲", "()", "1,200-", "--5", "-(5)", "(-5)", "▲-5", "+5", "5.", "1.2.3"),
        *("1_000", "nan", "inf", "1e5", "0x10", "١٢٣", "१२", "①", "²", "½", "二百", "Ⅳ", "true"),
        *(
            "1,23",
            "12,34",
            "1,2345",
            ",123",
            "1,,234",
            "0,123",
            "007",
            "0120",
            "1、200",
            "1 200",
            "1\u00a0200",
        ),
        *("1億2000", "1億2000円", "1万5", "1万2億", "1億10000万", "1.2億3000万", "3千5百", "1億億"),
        *("1.5円", "1.000", "1.000円", "0.00001万円", "1.23456万円"),
        *("80%", "10〜20", "10-20", "約100", "100以上", "$1,000", "USD 5", "1,200円(税込)", "9" * 41),
    ],
)
def test_amounts_asked_back(text: str) -> None:
    with pytest.raises(Unreadable):
        read_amount(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "入力されていません"),
        ("10〜20", "範囲"),
        ("10から20", "範囲"),
        ("約100", "約"),
        ("100円以上", "約"),
        ("12%", "%"),
        ("1,23", "カンマ"),
        ("1,23円", "カンマ"),
        ("0120", "先頭の 0"),
        ("$1,000", "通貨"),
        ("1.5円", "最小単位"),
        ("別途見積", "数値として"),
    ],
)
def test_the_reason_fits(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_amount(text)
    assert words in caught.value.reason.to(Lang.JA)
    assert str(caught.value) == caught.value.reason.to(Lang.EN)


def test_the_reason_never_repeats_the_amount() -> None:
    with pytest.raises(Unreadable) as caught:
        read_amount("98765432.1")
    assert "98765432" not in caught.value.reason.ja + caught.value.reason.en


def test_other_currencies_are_read_in_their_smallest_unit() -> None:
    assert read_amount("$1,000", "USD") == 100_000
    assert read_amount("USD 12.5", "USD") == 1250
    assert read_amount("1.234 KWD", "KWD") == 1234
    for text in ("12.345", "￥100", "100円"):
        with pytest.raises(Unreadable):
            read_amount(text, "USD")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200", "1200"),
        ("１２．５", "12.5"),
        ("▲3", "-3"),
        (".5", "0.5"),
        ("1.2万", "12000"),
        ("1.50", "1.5"),
    ],
)
def test_read_number(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


def test_units_of_numbers_are_those_asked_for() -> None:
    assert read_number("３０ 秒", units=("秒", "分")) == 30
    assert read_number("1.2万件", units=("件",)) == 12_000
    for text in ("30分", "30%", "30円"):
        with pytest.raises(Unreadable):
            read_number(text, units=("秒",))


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("80%", "80"),
        ("８０％", "80"),
        ("80", "80"),
        ("99.95 %", "99.95"),
        ("0.8%", "0.8"),
        ("0", "0"),
        ("-5%", "-5"),
        ("+80", "80"),
        ("＋１５％", "15"),
    ],
)
def test_read_percent(text: str, percent: str) -> None:
    assert read_percent(text) == Decimal(percent)


@pytest.mark.parametrize("text", ["0.8", ".8", "+0.8", "+-5", "8割", "80%%", "80円", "約80%", "1/2"])
def test_percentages_asked_back(text: str) -> None:
    with pytest.raises(Unreadable):
        read_percent(text)


@given(st.text(max_size=50))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_amount, read_number, read_percent):
        try:
            read(text)
        except Unreadable as refused:
            assert refused.reason.ja
            assert refused.reason.en


@given(
    st.integers(-(10**15), 10**15),
    st.sampled_from(Lang),
    st.sampled_from(["JPY", "USD", "KWD"]),
    st.booleans(),
)
def test_an_amount_shown_is_read_back(amount: int, lang: Lang, currency: str, wide: bool) -> None:
    shown = show_money(amount, currency, lang)
    assert read_amount(shown.translate(_FULL_WIDTH) if wide else shown, currency) == amount


@given(st.decimals(-(10**9), 10**9, places=4), st.booleans())
def test_a_number_shown_is_read_back(number: Decimal, wide: bool) -> None:
    shown = show_number(number)
    assert read_number(shown.translate(_FULL_WIDTH) if wide else shown) == number
    assert read_percent(show_percent(number)) == number


@given(st.integers(1, 10**13))
def test_an_amount_written_in_myriads_is_read_back(amount: int) -> None:
    cho, oku, man, ones = (amount // 10**power % 10**4 for power in (12, 8, 4, 0))
    groups = zip((cho, oku, man, ones), ("兆", "億", "万", ""), strict=True)
    written = "".join(f"{value}{unit}" for value, unit in groups if value)
    if ones and (ones < 100 or not man) and amount >= 10**4:
        with pytest.raises(Unreadable):
            read_amount(written)
    else:
        assert read_amount(written) == amount
