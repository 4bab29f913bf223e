"""The two languages everything is said in, and a sentence that exists in both."""

from rfp_builder.i18n.phrase import Lang, Phrase, Speakable

__all__ = ["Lang", "Phrase", "Speakable"]
