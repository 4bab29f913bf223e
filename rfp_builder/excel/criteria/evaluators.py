"""Who scores a sub-criterion, as people write it in one cell: the names of evaluators with commas between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.text.fold import fold

_SEPARATORS = re.compile(r"[、,，､;；\n]")
_BETWEEN = {Lang.JA: "、", Lang.EN: ", "}


class EvaluatorNames:
    """The evaluators of a project by what they are called in a workbook.

    A name that could not be told apart, or read back out of a list, gives way to the evaluator's id.
    """

    def __init__(self, project: Project) -> None:
        named = {one.id: one.label for one in project.evaluators}
        self._ids = {*named, *(who for sub in project.criteria.all_subs() for who in sub.evaluators)}
        met = Counter(fold(name) for label in named.values() for name in {label.to(lang) for lang in Lang})
        self._shown: dict[Lang, Mapping[str, str]] = {}
        self._by_name: dict[str, str] = {}
        for lang in Lang:
            shown = {}
            for who, label in named.items():
                name = label.to(lang)
                safe = met[fold(name)] == 1 and fold(name) not in self._ids and not _SEPARATORS.search(name)
                if safe:
                    shown[who] = name
                    self._by_name[fold(name)] = who
            self._shown[lang] = shown

    def show(self, ids: str, lang: Lang) -> str:
        """The cell for evaluators given by their ids with commas between."""
        return _BETWEEN[lang].join(self._shown[lang].get(who, who) for who in ids.split(",") if who)

    def read(self, typed: str) -> tuple[str, tuple[str, ...]]:
        """The ids that a cell names, with commas between, and those words in it that name nobody."""
        found, unknown = [], []
        for word in (part.strip() for part in _SEPARATORS.split(typed)):
            if not word:
                continue
            who = self._by_name.get(fold(word), fold(word))
            if who in self._ids:
                found.append(who)
            else:
                unknown.append(word)
        return ",".join(found), tuple(unknown)

    def all(self, lang: Lang) -> str:
        """What every evaluator is called, for a note on the sheet."""
        return _BETWEEN[lang].join(self._shown[lang].values())
