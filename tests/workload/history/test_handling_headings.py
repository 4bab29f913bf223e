"""Which headings name a handling time, and which part of it."""

from __future__ import annotations

import pytest

from rfp_builder.workload.history.handling_headings import Part, part_of


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("通話", Part.TALK),
        ("平均通話", Part.TALK),
        ("通話（秒）", Part.TALK),
        ("通話料金", None),
        ("agent talk", Part.TALK),
        ("talkative customers", None),
        ("保留音", None),
        ("平均保留時間", Part.HOLD),
        ("後処理", Part.WRAP),
        ("ラップアップ", Part.WRAP),
        ("ハンドルタイム", Part.WHOLE),
        ("商品", None),
        ("平均待ち時間", None),
    ],
)
def test_parts(heading: str, part: Part | None) -> None:
    """通話 and 保留 stand in names of contact reasons, too: they need a word of time beside them."""
    assert part_of(heading) is part
