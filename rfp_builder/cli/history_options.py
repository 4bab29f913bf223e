"""What the commands that read past contacts share: the file, and the time zone of its stamps."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option

contacts_argument = argument(
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    ja="過去の件数のファイル（日付 × 時間帯、日別、または月別）",
    en="Past contacts: by date and interval, by day or by month",
)
time_zone_option = option(
    "--time-zone",
    metavar="Asia/Tokyo",
    default="Asia/Tokyo",
    ja="UTC などで書かれた日時の換算先のタイムゾーン（省略時は日本時間）",
    en="Time zone that stamps in UTC and the like are converted to (default: Asia/Tokyo)",
)
