"""Reading Japanese and English sentences."""

from __future__ import annotations

import pytest

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.check.words.sentences import (
    has_double_negative,
    has_subject,
    is_duty,
    is_weak,
    lacks_number,
    several_duties,
)
from rfp_builder.check.words.vague import vague_words
from rfp_builder.check.words.vague_en import ENGLISH
from rfp_builder.check.words.vague_ja import JAPANESE
from rfp_builder.i18n import Lang

JA, EN = Lang.JA, Lang.EN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("受託者は、電話等により速やかに報告すること。", ["等", "速やか"]),
        ("受託者は、メールなどで適宜連絡すること。", ["など", "適宜"]),
        ("平等、同等、均等、上等、高等、劣等、優等、初等、中等、対等", []),
        ("等級と等分と等しい値と等身大", []),
        ("不適切な応対の件数を報告すること。", []),
        ("適切な応対をすること。", ["適切"]),
        ("三十分以内、30分以内、二十分に一度", []),
        ("十分な人数を置くこと。", ["十分"]),
        ("契約3件、予約2件、要約1枚", []),
        ("約30人を置くこと。", ["約"]),
        ("必要に応じて増員すること。", ["必要に応じて"]),
        ("受託者は、数名を数日以内に置くこと。", ["数日"]),
        ("減少した件数分の費用を示すこと。", []),
        ("事前に発注者の書面による承諾を得ること。", []),
        ("事前に連絡すること。", ["事前に"]),
        ("不正確な入力を数えること。", []),
    ],
)
def test_vague_japanese_words_are_found_in_their_context(text: str, words: list[str]) -> None:
    assert [word.shown for word in vague_words(text, JA)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vendor shall report in a timely manner, as needed.", ["timely", "as needed"]),
        ("The vendor shall count inappropriate and insufficient answers.", []),
        ("The vendor shall take appropriate action, etc.", ["appropriate", "etc."]),
        ("From the effective date the vendor shall report daily.", []),
        ("The vendor shall hold effective meetings.", ["effective"]),
        ("The vendor shall report how often and how many calls were lost.", []),
        ("The vendor shall keep about 30 agents.", ["approximately"]),
        ("The vendor shall report about the calls.", []),
        ("The vendor shall tell the client 5 days in advance.", []),
        ("The vendor shall tell the client in advance.", ["in advance"]),
        ("The vendor shall use reasonable efforts.", ["reasonable"]),
    ],
)
def test_vague_english_words_are_found_in_their_context(text: str, words: list[str]) -> None:
    assert [word.shown for word in vague_words(text, EN)] == words


@pytest.mark.parametrize("lang", Lang)
def test_a_vague_word_is_found_in_full_width_and_any_case(lang: Lang) -> None:
    text = {JA: "ﾅﾙﾍﾞｸ なるべく", EN: "ＰＲＯＭＰＴＬＹ"}[lang]
    assert len(list(vague_words(text, lang))) == 1


def test_every_vague_word_has_a_remedy_of_its_language() -> None:
    for word in (*JAPANESE, *ENGLISH):
        assert word.remedy.ja.endswith(("。", "）。")) and word.remedy.en.endswith(".")
        assert all(needle == needle.lower() and needle for needle in word.needles)
    assert len({word.shown for word in JAPANESE}) == len(JAPANESE) >= 60
    assert len({word.shown for word in ENGLISH}) == len(ENGLISH) >= 45


@pytest.mark.parametrize(
    ("text", "lang", "several"),
    [
        ("受託者は、日報を出すこと。また、週報を出すこと。", JA, True),
        ("受託者は、日報を作成するとともに発注者へ送ること。", JA, True),
        ("受託者は、応対を記録すること、報告すること。", JA, True),
        ("受託者は、決めたことを記録すること。", JA, False),
        ("受託者は、日報と週報を提出すること。", JA, False),
        ("受託者は、「お待ちすること。また伺うこと。」の文言を用いること。", JA, False),
        ("The vendor shall report daily and shall call weekly.", EN, True),
        ("The vendor shall report daily; it calls weekly.", EN, True),
        ("The vendor shall report daily and weekly.", EN, False),
    ],
)
def test_two_duties_in_one_statement(text: str, lang: Lang, several: bool) -> None:
    assert several_duties(text, lang) is several


@pytest.mark.parametrize(
    ("text", "lang", "subject"),
    [
        ("受託者は、報告すること。", JA, True),
        ("管理責任者が会議に出席すること。", JA, True),
        ("毎月5日までに報告すること。", JA, False),
        ("障害が発生した場合は、30分以内に報告すること。", JA, False),
        ("電話またははがきで通知すること。", JA, False),
        ("端末の画面は、5分で消えること。", JA, True),
        ("The vendor shall report.", EN, True),
        ("Shall report daily.", EN, False),
    ],
)
def test_who_has_to(text: str, lang: Lang, subject: bool) -> None:
    assert has_subject(text, lang) is subject


@pytest.mark.parametrize(
    ("text", "lang", "weak"),
    [
        ("受託者は、改善に努めること。", JA, True),
        ("受託者は、期待する回復幅を書くこと。", JA, False),
        ("The vendor should report daily.", EN, True),
        ("The vendor shall say who may report.", EN, False),
        ("The vendor shall use its best efforts to report.", EN, True),
    ],
)
def test_a_wish_is_told_from_a_duty(text: str, lang: Lang, weak: bool) -> None:
    assert is_weak(text, lang) is weak


@pytest.mark.parametrize(
    ("text", "lang", "lacks"),
    [
        ("受託者は、待ち時間を短縮すること。", JA, True),
        ("受託者は、待ち時間を20秒以内に短縮すること。", JA, False),
        ("受託者は、所定の期間以内に返信すること。", JA, True),
        ("受託者は、応答率を毎月報告すること。", JA, False),
        ("The vendor shall maintain the answer rate.", EN, True),
        ("The vendor shall maintain an answer rate of 90%.", EN, False),
        ("The vendor shall answer within the agreed time.", EN, True),
    ],
)
def test_a_number_is_missing_where_one_is_needed(text: str, lang: Lang, lacks: bool) -> None:
    assert lacks_number(text, lang) is lacks


def test_double_negatives_and_fragments() -> None:
    assert has_double_negative("報告しないことのないようにすること。", JA)
    assert has_double_negative("The vendor shall not fail to report.", EN)
    assert not has_double_negative("The vendor shall not call twice.", EN)
    assert not is_duty("Answer rate of 90%.", EN)


@pytest.mark.parametrize("ready", ready_requirements(), ids=lambda ready: ready.key)
def test_what_the_catalogue_offers_passes_its_own_check(ready: object) -> None:
    from rfp_builder.catalogue.requirements import ReadyRequirement

    assert isinstance(ready, ReadyRequirement)
    for lang in Lang:
        statement = ready.statement.to(lang)
        assert not list(vague_words(statement, lang))
        assert not several_duties(statement, lang)
        assert has_subject(statement, lang) and is_duty(statement, lang)
