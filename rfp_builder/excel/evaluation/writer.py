"""Writing the evaluation workbook: what the steering committee decides with. Internal, with all prices."""

from __future__ import annotations

from rfp_builder.evaluation.result import Evaluation
from rfp_builder.excel.evaluation import compliance, grades, names, points, reasons, withheld
from rfp_builder.excel.evaluation.gates import write_gates
from rfp_builder.excel.evaluation.matter import Matter
from rfp_builder.excel.evaluation.prices import write_prices
from rfp_builder.excel.evaluation.ranking import write_ranking
from rfp_builder.excel.evaluation.summary import write_summary
from rfp_builder.excel.forms import Form, meta_of
from rfp_builder.excel.writing.book import Book
from rfp_builder.excel.writing.sheet import SheetWriter
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project

TITLE = Phrase("{title} 評価結果", "{title}: evaluation")
_VERSION = Phrase("提案依頼書 第{version}版", "RFP version {version}")


def evaluation_workbook(project: Project, evaluation: Evaluation, lang: Lang) -> bytes:
    """The workbook of one evaluation of `project`.

    Every number is a formula over the grades, prices and answers that stand in the workbook, with the exact
    result of `evaluation` kept beside it.

    Raises:
        Refused: a text is longer than a cell can hold.
    """
    version = project.issues[-1].version if project.issues else project.rfp.version
    name = project.rfp.title.to(lang) if project.rfp.title else ""
    book = Book(lang, TITLE.fill(title=name).to(lang).strip(), meta_of(Form.EVALUATION, lang, version))
    matter = Matter(project, evaluation, book)
    sheets = {phrase: book.sheet(phrase.to(lang)) for phrase in _sheets(matter)}
    _fill(sheets, matter)
    heads = {
        names.POINTS: points.HEAD,
        names.GRADES: grades.head_row(matter),
        names.COMPLIANCE: compliance.HEAD,
        names.WITHHELD: withheld.HEAD,
        names.REASONS: reasons.HEAD,
    }
    for phrase, sheet in sheets.items():
        sheet.protect()
        sheet.print_setup(
            header=name,
            marking=names.INTERNAL.to(lang),
            footer=_VERSION.fill(version=version).to(lang),
            repeat=(heads[phrase], heads[phrase]) if phrase in heads else None,
            portrait=phrase is names.SUMMARY,
        )
        sheet.start_at("A1")
    sheets[names.SUMMARY].open_here()
    return book.finish()


def _sheets(matter: Matter) -> list[Phrase]:
    """The sheets there are, in the order of their tabs."""
    project = matter.project
    gates = [names.GATES] if project.rfp.gates else []
    hidden = [names.WITHHELD] if any(one.withholding for one in project.requirements) else []
    always = [names.SUMMARY, names.RANKING, names.POINTS, names.GRADES, names.PRICES]
    return [*always, *gates, names.COMPLIANCE, *hidden, names.REASONS]


def _fill(sheets: dict[Phrase, SheetWriter], matter: Matter) -> None:
    """Fill the sheets, those first whose cells the formulas of others name."""
    gates = write_gates(sheets[names.GATES], matter) if names.GATES in sheets else {}
    unmet = compliance.write_compliance(sheets[names.COMPLIANCE], matter)
    offers = write_prices(sheets[names.PRICES], matter, gates)
    given = grades.write_grades(sheets[names.GRADES], matter)
    earned = points.write_points(sheets[names.POINTS], matter, points.Sources(given, offers, unmet))
    ranked = write_ranking(sheets[names.RANKING], matter, earned, offers, gates)
    write_summary(sheets[names.SUMMARY], matter, ranked)
    if names.WITHHELD in sheets:
        withheld.write_withheld(sheets[names.WITHHELD], matter)
    reasons.write_reasons(sheets[names.REASONS], matter)
