"""Agreeing the criteria before the RFP exists, and proving afterwards that they are the same."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, Lock
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.checking import blocking
from rfp_builder.workspace.workspace import Workspace


def criteria_digest(criteria: Criteria) -> str:
    """SHA-256 over the canonical JSON of the criteria, the lock left out."""
    body = criteria.model_dump(mode="json", exclude={"lock"}, exclude_none=True)
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
    found = [one for one in blocking(workspace.project, today) if one.path.startswith("criteria")]
    if found:
        raise Refused(
            Phrase("評価基準を固定できません。", "The criteria cannot be locked."),
            Phrase("{n}件の指摘があります。1件目: {first}", "{n} findings, the first: {first}").fill(
                n=len(found), first=found[0].message
            ),
            Phrase(
                "rfp-builder check で指摘を確かめ、直してください。", "See rfp-builder check, and mend them."
            ),
        )
    lock = Lock(locked_on=today, locked_by=Localized(ja=by, en=by), digest=criteria_digest(criteria))
    project = workspace.project
    workspace.save(
        project.replace(criteria=criteria.replace(lock=lock)), "criteria-locked", {"digest": lock.digest}
    )
    return lock


def require_unchanged(criteria: Criteria) -> str:
    """The digest of locked criteria.

    Raises:
        Refused: they are not what was agreed.
    """
    digest = criteria_digest(criteria)
    if criteria.lock is None or criteria.lock.digest != digest:
        raise Refused(
            Phrase("評価基準が合意したものと違います。", "The criteria are not the ones that were agreed."),
            Phrase(
                "固定したあとに project.json が書き換えられています。",
                "project.json was changed after they were locked.",
            ),
            Phrase("控えから戻してください。", "Restore it from a backup."),
        )
    return digest
