"""The names of vendors, as people type them or as files are called."""

from __future__ import annotations

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold

LONGEST_NAME = 100
"""Characters; longer than any company's registered name, and fit for the heading of a column."""


def vendor_name(typed: str) -> str:
    """A vendor's name on one line, without what cannot be seen.

    Raises:
        WrongUse: nothing is left, or it is too long to be a name.
    """
    # A file's name reaches us in broken halves where the system's encoding is not the one it was written in.
    whole = typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    name = " ".join(clean(whole).text.replace("\t", " ").splitlines()).strip()
    if not name or len(name) > LONGEST_NAME:
        raise WrongUse(
            Phrase("提案会社の名前として使えません。", "That cannot be a vendor's name."),
            Phrase(
                "名前は1文字以上{most}文字以内です（入力: {n}文字）。",
                "A name has 1 to {most} characters; this one has {n}.",
            ).fill(most=LONGEST_NAME, n=len(name)),
            Phrase(
                "会社の名前を入力してください（コマンドでは --vendor）。",
                "Give the company's name (as a command: --vendor).",
            ),
        )
    return name


def named_vendor(project: Project, typed: str) -> tuple[Vendor, Project]:
    """The vendor of that name, spelt in whatever width or case; or a new one, and the project that has it.

    Raises:
        WrongUse: it cannot be a vendor's name.
    """
    name = vendor_name(typed)
    for vendor in project.vendors:
        if fold(vendor.name) == fold(name):
            return vendor, project
    new = Vendor(id=f"v{len(project.vendors) + 1}", name=name)
    return new, project.replace(vendors=(*project.vendors, new))
