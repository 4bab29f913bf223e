"""Seeded edits of a document, as a user of the wizard makes them: the same seed, the same edits."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace

TYPED = "operations.planning.shrinkage"
MOST_UNSAVED = 3
"""Edits between two saves."""


def edits(document: Document, seed: int) -> Iterator[int]:
    """Make one edit after the other, without end; yields how many there are."""
    chance = random.Random(seed)
    n = 0
    while True:
        n += 1
        _edit(document, chance, n)
        yield n


def _edit(document: Document, chance: random.Random, n: int) -> None:
    rows = document.project.requirements
    one = chance.choice(rows)
    match chance.randrange(9):
        case 0:
            document.undo()
        case 1:
            document.redo()
        case 2:
            new = Requirement(id=f"new-{n}", item="2.2", statement=Localized(ja=f"{n}件目を追加すること。"))
            document.set("requirements", (*rows, new))
        case 3:
            document.set("requirements", tuple(row for row in rows if row.id != one.id))
        case 4:
            document.set("requirements", tuple(chance.sample(rows, len(rows))))
        case 5:
            document.set("rfp.number", f"A-{n}", typing=True)
        case 6:
            document.keep_typed(TYPED, f"{n}割くらい")
        case 7:
            document.set("operations.planning.published_days_before", n)
        case _:
            document.set(
                f"requirements[{one.id}].statement", Localized(ja=f"{n}回目に直すこと。"), typing=True
            )


def main() -> None:
    """Edit the project of a folder and say after every save how many edits are on the disk."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    document = Document(Workspace.open(folder))
    pauses = random.Random(seed + 1)
    _say(0)
    until = pauses.randint(1, MOST_UNSAVED)
    for n in edits(document, seed):
        if n == until:
            document.save()
            _say(n)
            until += pauses.randint(1, MOST_UNSAVED)


def _say(n: int) -> None:
    sys.stdout.write(f"{n}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
