"""What all values have in common: frozen, strict about their keys, built only through validation."""

from typing import Annotated, Any, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from rfp_builder.text.clean import is_clean


class Value(BaseModel):
    """A frozen value. Change one by building a new one with `replace`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        # What did not fit may be a secret: an error says where, not what.
        hide_input_in_errors=True,
        ser_json_bytes="base64",
        # A whole project is built from one schema; the hundred within it are made when they are used alone.
        defer_build=True,
    )

    @classmethod
    def empty(cls) -> Self:
        """Every field at its default, as `cls()` makes it; nothing is validated, so no schema is built."""
        return cast(Self, cls.model_construct())

    def replace(self, **changes: Any) -> Self:
        """A new value with `changes`, validated (pydantic's own `model_copy` does not validate).

        Raises:
            pydantic.ValidationError: a change does not fit its field.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(fields | changes)


def _refuse_unclean(text: str) -> str:
    if not is_clean(text):
        raise ValueError("holds control or invisible characters; clean it at entry (rfp_builder.text.clean)")
    return text


CleanText = Annotated[str, AfterValidator(_refuse_unclean)]
"""Text without control characters, bidi overrides and the like: entry points clean, the model refuses."""

LONGEST_LINE = 200
"""Characters of the longest `ShortText`."""
ShortText = Annotated[CleanText, StringConstraints(min_length=1, max_length=LONGEST_LINE)]
"""One line: a number of a document, an address, a file name."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
"""Opaque and stable; never shown to a vendor and never reused."""
