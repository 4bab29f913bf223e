"""What the commands that read past contacts share: the file, and how its stamps are told."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import argument, option
from rfp_builder.text.date_order import DateOrder

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
date_order_option = option(
    "--date-order",
    type=click.Choice(tuple(order.value for order in DateOrder)),
    metavar="month-first",
    default=None,
    ja="04/05/2027 のような日付の順序。month-first（月が先）または day-first（日が先）。"
    "ファイルから分かるときは不要",
    en="In dates like 04/05/2027, which comes first: month-first or day-first. Not needed where the file "
    "shows it",
)
