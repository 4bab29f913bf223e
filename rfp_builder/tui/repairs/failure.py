"""An unexpected error ends the application without showing what it held."""

from __future__ import annotations

import os

from textual.app import App


class DiscreetFailure(App[None]):
    """Textual shows an unexpected error with the values of all variables: withheld texts might be among them.

    Here `failed` hears of the error, and nothing of it is printed.
    """

    def failed(self, error: Exception) -> None:
        """Something unexpected went wrong; the application is about to end."""

    def _fatal_error(self) -> None:
        error = self._exception
        if error is not None:
            self.failed(error)
        if os.environ.get("RFP_BUILDER_DEBUG"):
            super()._fatal_error()
        else:
            self._close_messages_no_wait()
