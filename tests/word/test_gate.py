"""Templates at the gate: what is refused, where the refusal points, and what passes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.resources import data_folder
from rfp_builder.word.house.paper import tag
from rfp_builder.word.names import Block, Names, Rows, Text
from rfp_builder.word.template import open_template
from tests.word.reading import Word
from tests.word.sample import PROPERTIES, template

BADFILES = Path(__file__).parent.parent / "badfiles" / "docx"
ABOUT = Phrase("あ", "a")
NAMES: Names = {
    "project": Text(ABOUT),
    "table": Block(ABOUT),
    "reqs": Rows(
        ABOUT,
        {"id": Text(ABOUT), "title": Text(ABOUT), "parts": Rows(ABOUT, {"name": Text(ABOUT)})},
    ),
}
CONTEXT = {"project": "業務A", "table": "", "reqs": [{"id": "R-1", "title": "<b>&", "parts": []}]}


def why(data: bytes, names: Names = NAMES) -> str:
    """Why a template is refused, in Japanese."""
    with pytest.raises(Refused) as refusal:
        open_template(data, names)
    assert all(refusal.value.lines(Lang.EN)) and all(refusal.value.lines(Lang.JA))
    return refusal.value.lines(Lang.JA)[1]


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """A package with parts replaced, added or (None) taken out; names with . and / written as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in parts:
                new.writestr(info.filename, old.read(info))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def document_of(data: bytes) -> str:
    """The main part of a template."""
    return Word.of(data).parts["word/document.xml"].decode()


def raw(inside: str) -> bytes:
    """A template whose body holds this XML."""
    data = template(tag("MARK"))
    xml = document_of(data)
    at = xml.index("<w:p>")
    end = xml.index("</w:p>") + len("</w:p>")
    return changed(data, **{"word/document.xml": (xml[:at] + inside + xml[end:]).encode()})


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("xml_xxe_file.docx", "DOCTYPE"),
        ("ssti_class.docx", "本文の第1段落「{{ ''.__class__.__mro__[1].__subclasses__() }}」の1文字目"),
        ("dos_string.docx", "本文の第1段落「{{ 'a'*4000000000 }}」の1文字目"),
        ("tag_unclosed.docx", "本文の第1段落「{% if project %}」の1文字目: 閉じていない"),
        ("tag_fullwidth.docx", "本文の第1段落「｛｛ project ｝｝ ｛% if x %｝」の1文字目: タグのかっこ"),
        (
            "tag_undefined.docx",
            "「{{ projct }} {{ reqs[0].titel }}」の1文字目: 「projct」という名前はありません",
        ),
        ("macro.docm", "マクロ"),
    ],
)
def test_bad_templates_are_refused_with_the_place(file: str, reason: str) -> None:
    assert reason in why((BADFILES / file).read_bytes())


@pytest.mark.parametrize(
    ("file", "texts"),
    [
        ("ok_template.docx", ["業務A", "R-1 <b>&"]),
        ("tag_split_runs.docx", ["業務A yes"]),
        ("template_with_comment.docx", ["body 業務A"]),
    ],
)
def test_good_templates_are_filled(file: str, texts: list[str]) -> None:
    made = open_template((BADFILES / file).read_bytes(), NAMES).render(CONTEXT, PROPERTIES)
    assert [text for _, text in Word.of(made).paragraphs()] == texts


def test_every_file_of_the_sample_is_covered() -> None:
    assert len(list(BADFILES.iterdir())) == 10


def test_nothing_of_a_templates_people_reaches_the_document() -> None:
    data = (BADFILES / "template_with_comment.docx").read_bytes()
    before = Word.of(data).parts
    assert b"<w:comment " in before["word/comments.xml"]
    made = Word.of(open_template(data, NAMES).render(CONTEXT, PROPERTIES)).parts
    assert not {"word/comments.xml", "docProps/app.xml", "docProps/thumbnail.jpeg"} & set(made)
    everything = b"".join(made.values()).lower()
    assert b"comment" not in everything and b"rsid" not in everything
    assert "みほん株式会社".encode() in made["docProps/core.xml"]


@pytest.mark.parametrize(
    "wording",
    [
        "{{ project|upper }}",
        "{{ project() }}",
        "{{ reqs[0] }}",
        "{{ project + project }}",
        "{{ 'text' }}",
        "{{ project if project else project }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% raw %}x{% endraw %}",
        "{%- if project %}x{% endif %}",
        "{# remark #}",
        "{{ Project }}",
        "{{ project.__class__ }}",
    ],
)
def test_anything_but_names_loops_and_conditions_is_refused(wording: str) -> None:
    assert "の1文字目" in why(template(tag(wording)))


@pytest.mark.parametrize(
    ("paragraphs", "reason"),
    [
        (["{{ table }}"], "{{p table }}"),
        (["{{p project }}"], "{{ project }}"),
        (["{{ reqs }}"], "一覧"),
        (["{%p for r in project %}", "{%p endfor %}"], "繰り返せません"),
        (
            ["{%p for r in reqs %}", "{%p for s in reqs %}", "{%p endfor %}", "{%p endfor %}"],
            "内側の繰り返し",
        ),
        (["前の {{p table }}"], "1つだけで段落"),
        (["{%p if project %}{%p endif %}"], "1つだけで段落"),
        (["{%p if project %}", "{% endif %}"], "揃っていません"),
        (["{%p endif %}"], "始まりのタグ"),
        (["{%p for r in reqs %}", "{%p endif %}"], "始まりのタグ"),
        (["{{ project"], "閉じていない"),
        (["project }}"], "閉じていない"),
        (["{% if project %}", "{% endif %}"], "閉じていない"),
        (["{%p for r in reqs %}", "{%p endfor %}", "{{ r.id }}"], "「r.id」という名前"),
        (["{{ project.title }}"], "「project.title」という名前"),
        (["{｛ project }}"], "全角"),
        (["合計は50％｝です"], "全角"),
    ],
)
def test_misused_tags_are_explained(paragraphs: list[str], reason: str) -> None:
    assert reason in why(template(*(tag(text) for text in paragraphs)))


def test_the_place_counts_paragraphs_and_characters() -> None:
    refused = why(template(tag("題名"), tag("これは {{ porject }} です")))
    assert refused.startswith("本文の第2段落「これは {{ porject }} です」の5文字目: ")


def test_inner_loops_along_the_data_pass() -> None:
    open_template(
        template(
            tag("{%p for r in reqs %}"),
            tag("{%p for part in r.parts %}"),
            tag("{{ r.id }} {{ part.name }}"),
            tag("{%p endfor %}"),
            tag("{%p endfor %}"),
        ),
        NAMES,
    )


def test_a_thousand_tags_are_enough() -> None:
    assert "タグが多すぎます" in why(template(*([tag("{{ project }}")] * 1001)))


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>a</w:t></w:r></w:ins></w:p>', "変更履歴"),
        ('<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>', "INCLUDETEXT"),
        (
            "<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>E a</w:instrText></w:r></w:p>",
            "DDE",
        ),
        ('<w:p><w:fldSimple w:instr=" DATE "/></w:p>', "DATE"),
        ('<w:altChunk r:id="rId9"/>', "altChunk"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "object"),
        ('<w:p><w:hyperlink r:id="rId99"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>', "文書の外"),
        (
            '<w:p><w:bookmarkStart w:id="{{ project }}"/><w:r><w:tab w:x="{{ project }}"/></w:r></w:p>',
            "図形の名前",
        ),
        ("<w:p><w:r><w:t>{</w:t></w:r></w:p><w:p><w:r><w:t>{ project }}</w:t></w:r></w:p>", "閉じていない"),
        ("<w:p><w:r><w:t>a</w:r></w:p>", "XMLが壊れています"),
    ],
)
def test_content_that_acts_or_reaches_out_is_refused(inside: str, reason: str) -> None:
    assert reason in why(raw(inside))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Wordの文書"),
        (b"PK\x03\x04 cut off", "Wordの文書"),
        (changed(template(tag("a")), **{"word/document.xml": None}), "Wordの文書"),
        (changed(template(tag("a")), **{"word/vbaProject.bin": b"x"}), "マクロ"),
        (changed(template(tag("a")), **{"word/a.xml": b" " * (17 * 1024 * 1024)}), "大きすぎる"),
        (changed(template(tag("a")), **{"../evil": b"x"}), "構成が不正"),
    ],
)
def test_files_that_are_no_sound_documents_are_refused(data: bytes, reason: str) -> None:
    assert reason in why(data)


def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO(template(tag("a")))
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", "<x/>")
    assert "構成が不正" in why(out.getvalue())


@pytest.mark.parametrize("kind", ["rfp", "definition"])
@pytest.mark.parametrize("lang", Lang)
def test_the_delivered_templates_pass(kind: str, lang: Lang) -> None:
    from rfp_builder.word.names import DEFINITION_NAMES, RFP_NAMES

    data = (data_folder("templates") / f"{kind}.{lang.value}.docx").read_bytes()
    open_template(data, RFP_NAMES if kind == "rfp" else DEFINITION_NAMES)


def linked(address: str) -> bytes:
    """A template with a link to an address."""
    data = raw('<w:p><w:hyperlink r:id="rId77"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>')
    name = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = (
        f'<Relationship Id="rId77" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    )
    return changed(data, **{name: Word.of(data).parts[name].replace(b"</Relationships>", link.encode())})


def test_links_to_pages_and_mail_stay_and_others_are_refused() -> None:
    made = open_template(linked("https://sample.example/"), NAMES).render(CONTEXT, PROPERTIES)
    assert b"https://sample.example/" in Word.of(made).parts["word/_rels/document.xml.rels"]
    assert "文書の外" in why(linked("file:///etc/hostname"))
