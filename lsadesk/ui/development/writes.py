"""How the pages of a plan change it: through whoever holds them together."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from lsadesk.domain.changes import Done
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk

T = TypeVar("T")


class Writes(Protocol):
    """Does an operation, then says what was done."""

    def __call__(
        self,
        operation: Callable[[Desk], Done[T]],
        said: str,
        on_error: Callable[[UserError], None] | None = None,
    ) -> None:
        """*on_error* left out: the sentence is shown and the plan read again."""
