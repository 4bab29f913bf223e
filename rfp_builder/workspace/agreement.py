"""Agreeing the criteria before the RFP exists, and proving afterwards that they are the same."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Lock
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace.checking import blocking
from rfp_builder.workspace.workspace import Workspace

AGREED = ("criteria", "evaluators", "rfp.gates")
"""Where a blocking finding keeps the criteria from being locked."""


def agreement_digest(project: Project) -> str:
    """SHA-256 over the canonical JSON of what is agreed: criteria and method, gates, and who evaluates."""
    body = {
        "criteria": project.criteria.model_dump(mode="json", exclude={"lock"}, exclude_none=True),
        "gates": [gate.model_dump(mode="json", exclude_none=True) for gate in project.rfp.gates],
        "evaluators": [one.model_dump(mode="json", exclude_none=True) for one in project.evaluators],
    }
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def lock_criteria(workspace: Workspace, by: str, today: date) -> Lock:
    """Lock the criteria as they stand.

    Raises:
        Refused: they are locked already, or have findings that block them.
    """
    criteria = workspace.project.criteria
    if criteria.lock is not None:
        raise Refused(
            Phrase("評価基準はすでに合意済みです。", "The criteria are agreed already."),
            Phrase("{day} に固定されています。", "They were locked on {day}.").fill(
                day=criteria.lock.locked_on
            ),
            Phrase("変更は変更管理の手順で行います。", "A change goes through change control."),
        )
    found = [one for one in blocking(workspace.project, today) if one.path.startswith(AGREED)]
    if found:
        raise Refused(
            Phrase("評価基準を固定できません。", "The criteria cannot be locked."),
            Phrase("{n}件の指摘があります。1件目: {first}", "{n} findings, the first: {first}").fill(
                n=len(found), first=found[0].message
            ),
            Phrase(
                "点検の指摘を確かめ、直してください（コマンドでは rfp-builder check）。",
                "See the findings of the check, and mend them (as a command: rfp-builder check).",
            ),
        )
    lock = Lock(
        locked_on=today, locked_by=Localized(ja=by, en=by), digest=agreement_digest(workspace.project)
    )
    project = workspace.project
    workspace.save(
        project.replace(criteria=criteria.replace(lock=lock)), "criteria-locked", {"digest": lock.digest}
    )
    return lock


def require_unchanged(project: Project) -> str:
    """The digest of what was agreed.

    Raises:
        Refused: criteria, gates or evaluators are not what was agreed.
    """
    digest = agreement_digest(project)
    lock = project.criteria.lock
    if lock is None or lock.digest != digest:
        raise Refused(
            Phrase("評価基準が合意したものと違います。", "The criteria are not the ones that were agreed."),
            Phrase(
                "固定したあとに、評価基準、応募資格、評価者のいずれかが変わっています。",
                "Criteria, gates or evaluators were changed after they were locked.",
            ),
            Phrase(
                "project.json を控えから戻してください。変更は変更管理の手順で行います。",
                "Restore project.json from a backup; a change goes through change control.",
            ),
        )
    return digest
