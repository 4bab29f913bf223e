"""Channels: what reports of telephone systems call them, and how their contacts are met."""

from __future__ import annotations

from types import MappingProxyType

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.model.choices import Channel
from rfp_builder.text.fold import fold

_ALSO = {
    Channel.PHONE: (
        "入電",
        "着信",
        "受電",
        "通話",
        "音声",
        "ボイス",
        "tel",
        "telephone",
        "call",
        "calls",
        "voice",
    ),
    Channel.EMAIL: ("eメール", "電子メール", "mail", "email", "e-mail"),
    Channel.CHAT: ("有人チャット", "webチャット", "live chat", "web chat"),
    Channel.WEB_FORM: (
        "フォーム",
        "web",
        "ウェブ",
        "ウェブフォーム",
        "問い合わせフォーム",
        "form",
        "web form",
    ),
    Channel.SNS: ("line", "x", "twitter", "instagram", "facebook", "ソーシャルメディア", "social"),
    Channel.SMS: ("ショートメッセージ", "text message"),
    Channel.FAX: ("ファックス", "ファクス", "ファクシミリ", "fax"),
    Channel.LETTER: ("郵便", "封書", "はがき", "書面", "letter", "post"),
    Channel.VIDEO: ("ビデオ", "テレビ電話", "video", "video call"),
}


def channel_named(text: str) -> Channel | None:
    """The channel that a report means; None where it is none of those known."""
    return _words().get(fold(text))


def _words() -> MappingProxyType[str, Channel]:
    found: dict[str, Channel] = {}
    for channel, also in _ALSO.items():
        label = choice_label(channel)
        for word in (channel.value, label.ja, label.en, *also):
            found.setdefault(fold(word), channel)
    return MappingProxyType(found)
