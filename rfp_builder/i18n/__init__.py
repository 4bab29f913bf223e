"""The two languages everything is said in, a sentence that exists in both, and several of them in a row."""

from rfp_builder.i18n.phrase import Lang, Phrase, Speakable, listed

__all__ = ["Lang", "Phrase", "Speakable", "listed"]
