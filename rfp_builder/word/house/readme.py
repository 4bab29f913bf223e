"""The guide for people who restyle a template, made from the names that a template may use."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.word.names import DEFINITION_NAMES, RFP_NAMES, Block, Names, Rows, Text

_LEAD = Phrase(
    """# Word文書のひな形

| ファイル | 文書 |
| --- | --- |
| `rfp.ja.docx`、`rfp.en.docx` | 提案依頼書（日本語、英語） |
| `definition.ja.docx`、`definition.en.docx` | 業務要件定義書（社内用。日本語、英語） |

## 変え方

1. ファイルを複製し、Wordで開きます。
2. 表紙、ヘッダー、フッター、文章、ロゴ（PNGかJPEGを「挿入」）を自由に変えます。
3. 文字や表の見た目は、［ホーム］→［スタイル］で変えます。表は `RFP Table` と `RFP Facts`、
   表の中の文字は `Table` で始まるスタイルです。見出しは「見出し 1」から「見出し 4」です。
4. 「下書き」の透かしはヘッダーにあります。下書きのときだけ残り、正式な文書では自動的に外れます。
5. 「Word 文書（*.docx）」として、プロジェクトの中の `templates` フォルダに同じ名前で保存します。
   `rfp-builder issue` は、安全を確かめたうえでこれを使います。無いときは、このフォルダのひな形を使います。

コメント、作成者の名前、変更履歴の番号は、できあがる文書には引き継がれません。
マクロ、埋め込みオブジェクト、リンクした画像、脚注、変更履歴の残った文書は使えません。

## タグの書き方

タグは半角で書きます。日本語入力のままの ｛｛ ｝｝ は使えません。

| 書き方 | 働き |
| --- | --- |
| `{{ title }}` | 文字を入れます。 |
| `{{p schedule }}` | 表や段落のまとまりを入れます。1つの段落にこれだけを書きます。 |
| `{%p if background %}` … `{%p else %}` … `{%p endif %}` | 値があるときだけ、間の段落を出します。 |
| `{%p for section in sections %}` … `{%p endfor %}` | 一覧の1件ごとに、間の段落を繰り返します。 |
| `{% if number %}` … `{% endif %}` | 段落の中の一部を出します。 |
| `{%tr for gap in missing %}` … `{%tr endfor %}` | 表の行を繰り返します。 |

内側の繰り返しには、外側の名前から始まる一覧を使います（例: `{%p for item in section.items %}`）。
条件には `if not` も使えます。計算や関数は使えません。
""",
    """# Templates of the Word documents

| file | document |
| --- | --- |
| `rfp.ja.docx`, `rfp.en.docx` | the request for proposal, Japanese and English |
| `definition.ja.docx`, `definition.en.docx` | the full internal definition, Japanese and English |

## Restyling one

1. Copy the file and open it in Word.
2. Change the cover, header, footer, wording and logo (insert a PNG or JPEG) as you like.
3. Change the look of text and tables under Home, Styles. Tables have the styles `RFP Table` and `RFP Facts`,
   text in tables those whose names begin with `Table`; headings are Heading 1 to Heading 4.
4. The watermark DRAFT is in the headers. It stays in drafts and is taken out of every other document.
5. Save it as “Word Document (*.docx)” under the same name in a folder `templates` of your project.
   `rfp-builder issue` takes it from there, after checking it; otherwise it takes the one of this folder.

Comments, authors and revision numbers of the template never reach a finished document. Macros, embedded
objects, linked pictures, footnotes and tracked changes are refused.

## Tags

| written | does |
| --- | --- |
| `{{ title }}` | puts a text in |
| `{{p schedule }}` | puts a block of tables and paragraphs in; stands alone in its paragraph |
| `{%p if background %}` … `{%p else %}` … `{%p endif %}` | what is between, only if there is a value |
| `{%p for section in sections %}` … `{%p endfor %}` | what is between, once for each member |
| `{% if number %}` … `{% endif %}` | part of a paragraph |
| `{%tr for gap in missing %}` … `{%tr endfor %}` | rows of a table |

An inner loop goes over a list that begins with the name of the loop around it, as in
`{%p for item in section.items %}`. Conditions may begin with `if not`. There are no calculations
and no functions.
""",
)
_RFP = Phrase("提案依頼書で使える名前", "Names for the request for proposal")
_DEFINITION = Phrase("業務要件定義書で使える名前", "Names for the definition")
_HEAD = Phrase("| 名前 | 種類 | 内容 |", "| name | kind | content |")
_KINDS = {
    Text: Phrase("文字", "text"),
    Block: Phrase("まとまり", "block"),
    Rows: Phrase("一覧", "list"),
}
_EACH = Phrase("{about}。1件ごとに次の名前を使えます。", "{about}; each has the names below")


def readme(lang: Lang) -> str:
    """The guide in one language, as Markdown."""
    parts = [_LEAD.to(lang)]
    for title, names in ((_RFP, RFP_NAMES), (_DEFINITION, DEFINITION_NAMES)):
        parts.append(
            "\n".join(
                (f"## {title.to(lang)}\n", _HEAD.to(lang), "| --- | --- | --- |", *_lines(names, lang), "")
            )
        )
    return "\n".join(parts)


def _lines(names: Names, lang: Lang, before: str = "") -> Iterator[str]:
    for name, kind in names.items():
        about = _EACH.fill(about=kind.about) if isinstance(kind, Rows) else kind.about
        yield f"| `{before}{name}` | {_KINDS[type(kind)].to(lang)} | {about.to(lang)} |"
        if isinstance(kind, Rows):
            yield from _lines(kind.members, lang, f"{before}{name} › ")
