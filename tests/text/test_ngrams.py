"""Near-quotations of secret texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import Quotation, QuotationIndex, Turns, runs_in_common, weigh

_SECRET = "受託者は、繁忙期の入電予測誤差を翌営業日正午までに要因別に分析し、発注者へ報告すること。"
_INDEX = QuotationIndex({"W1": _SECRET})
_PUBLIC = "受託者は、毎月5日までに前月の応答率を集計し、発注者へ報告すること。"


def _found(document: str, index: QuotationIndex = _INDEX) -> list[Quotation]:
    return list(index.find(document))


def test_a_quotation_tells_which_secret_how_long_and_where() -> None:
    document = f"{_PUBLIC}\n（参考）入電予測誤差を翌営業日正午までに分析する。"
    (quotation,) = _found(document)
    assert quotation.key == "W1"
    assert document[quotation.position :].startswith("入電予測誤差")
    assert quotation.snippet_length == len("入電予測誤差を翌営業日正午までに")


def test_the_whole_secret_is_one_quotation() -> None:
    (quotation,) = _found(_SECRET * 2)[:1]
    assert quotation == Quotation("W1", len(_SECRET.replace("、", "").replace("。", "")), 0)
    assert [q.position for q in _found(_SECRET + _SECRET)] == [0, len(_SECRET)]


def test_endings_that_every_requirement_has_are_no_quotation() -> None:
    assert _found(_PUBLIC) == []


def test_breaking_the_text_up_does_not_hide_it() -> None:
    for glue in ("\n", "\u200b", " ", "、", "_", "　・", "\u00ad"):
        (quotation,) = _found("前文。" + glue.join("入電予測誤差を翌営業日正午までに"))
        assert quotation.position == 3


def test_half_width_kana_are_counted_as_they_compose() -> None:
    index = QuotationIndex({"W": "ガイドラインバージョンアップデートガイダンスプログラム"})
    document = "ｶﾞｶﾞ。ｶﾞｲﾄﾞﾗｲﾝﾊﾞｰｼﾞｮﾝｱｯﾌﾟﾃﾞｰﾄｶﾞｲﾀﾞﾝｽﾌﾟﾛｸﾞﾗﾑ"
    (quotation,) = _found(document, index)
    assert document[quotation.position :].startswith("ｶﾞｲﾄﾞﾗｲﾝ")


def test_english_needs_forty_eight_letters() -> None:
    secret = "The vendor shall report every forecast deviation by noon of the following business day."
    index = QuotationIndex({"W": secret})
    assert len(_found("Shall report EVERY forecast\ndeviation by noon of the following days", index)) == 1
    assert _found("shall report every forecast deviation by noon of", index) == []


def test_one_english_sentence_is_caught_in_whatever_stands_around_it() -> None:
    sentence = "Agents offer a call back when the queue exceeds five minutes."
    index = QuotationIndex({"W": f"{sentence} The vendor shall say how it staffs the calls made back."})
    (quotation,) = _found(f"Note for bidders: {sentence.lower()} Other rules stay as they are.", index)
    assert quotation.snippet_length == len(_letters_of(sentence))


def test_date_phrases_that_many_english_requirements_share_are_no_quotation() -> None:
    index = QuotationIndex(
        {"W": "The vendor shall submit the plan at least 20 business days before the peak."}
    )
    assert _found("The roster shall be shown at least 20 business days before the start.", index) == []


def test_kana_weigh_half_of_kanji() -> None:
    index = QuotationIndex(
        {"kanji": "一二三四五六七八九十百千", "kana": "あいうえおかきくけこさしすせそタチツテトナニヌー"}
    )
    assert [q.key for q in _found("一二三四五六七八九十百千", index)] == ["kanji"]
    assert _found("一二三四五六七八九十百", index) == []
    assert [q.key for q in _found("あいうえおかきくけこさしすせそﾀﾁﾂﾃﾄﾅﾆﾇｰ", index)] == ["kana"]
    assert _found("あいうえおかきくけこさしすせそタチツテトナニヌ", index) == []


def test_what_several_texts_say_is_a_turn_of_phrase() -> None:
    phrase = "入電予測誤差を翌営業日正午までに"
    groups = ((f"当社では{phrase}把握する。", phrase), (f"{phrase}知らせる。",), ("別の文。",))
    secrets = {"W1": _SECRET}
    for times, found in ((2, 0), (3, 1)):
        for turns in (Turns(groups=groups, times=times), Turns(runs_in_common(groups, times))):
            assert len(_found(phrase, QuotationIndex(secrets, turns))) == found
            # What goes beyond the phrase is still a quotation.
            assert [q.key for q in _found(_SECRET, QuotationIndex(secrets, turns))] == ["W1"]


def test_the_weight_of_a_text_says_whether_it_can_be_found() -> None:
    assert weigh("一二三、アイ ab1") == 3 * 4 + 2 * 2 + 3
    assert weigh("一二三四五六七八九十百千。") == 48


def test_two_secrets_are_told_apart() -> None:
    index = QuotationIndex({"A": "非常時代替拠点切替訓練実施要領", "B": "顧客満足度調査票設問改訂手順書"})
    assert [
        q.key for q in _found("顧客満足度調査票設問改訂手順書及び非常時代替拠点切替訓練実施要領", index)
    ] == ["B", "A"]


def test_nothing_secret_means_nothing_found() -> None:
    assert _found(_SECRET, QuotationIndex({})) == []
    assert _found(_SECRET, QuotationIndex({"short": "受託者は"})) == []
    assert _found("") == []


_LETTERS = st.text(st.sampled_from("甲乙丙丁戊己かきくアイウab01、。 \n"), max_size=40)
_WEIGHTS = dict.fromkeys("甲乙丙丁戊己", 4) | dict.fromkeys("かきくアイウ", 2)
_RUN = st.text(st.sampled_from("甲乙丙丁戊己"), min_size=12, max_size=30)


@given(_LETTERS, _RUN, _LETTERS, _LETTERS, _LETTERS)
def test_every_planted_run_is_found(head: str, run: str, tail: str, before: str, after: str) -> None:
    found = _found(f"{before}{run}{after}", QuotationIndex({"W": f"{head}{run}{tail}"}))
    assert found
    start = len(before)
    assert any(q.position <= start + len(run) and q.snippet_length >= 12 for q in found)


@given(st.dictionaries(st.sampled_from("ABC"), _LETTERS), _LETTERS)
def test_what_is_found_is_there(secrets: dict[str, str], document: str) -> None:
    index = QuotationIndex(secrets, weight=12)
    letters = {key: _letters_of(text) for key, text in secrets.items()}
    for quotation in index.find(document):
        quoted = _letters_of(document[quotation.position :])[: quotation.snippet_length]
        assert len(quoted) == quotation.snippet_length
        assert quoted in letters[quotation.key]


@given(st.dictionaries(st.sampled_from("ABC"), _LETTERS), _LETTERS)
def test_the_index_agrees_with_plain_search(secrets: dict[str, str], document: str) -> None:
    letters = _letters_of(document)
    runs = {
        letters[start:end]
        for start in range(len(letters))
        for end in range(start, len(letters) + 1)
        if sum(_WEIGHTS.get(char, 1) for char in letters[start:end]) >= 12
    }
    shared = any(run in _letters_of(secret) for run in runs for secret in secrets.values())
    assert bool(_found(document, QuotationIndex(secrets, weight=12))) == shared


def _letters_of(text: str) -> str:
    return "".join(char for char in search_fold(text) if char.isalnum())
