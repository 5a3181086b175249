"""The sheet with the recovery key: what it says, whether printed or kept as PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

IN_A_ROW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """A recovery key in its groups, to be put on paper."""

    college: str
    groups: Sequence[str] = field(repr=False)
    made_on: date

    def rows(self) -> list[Sequence[str]]:
        """The groups as they stand on paper, four to a row."""
        return [self.groups[at : at + IN_A_ROW] for at in range(0, len(self.groups), IN_A_ROW)]


TITLE = "Recovery key"

# A heading, and what is said under it.
SECTIONS: Sequence[tuple[str, str]] = (
    (
        "What it opens",
        (
            "Everything in this college's file on LSA Desk, when passwords are forgotten or the "
            "key files are damaged or lost. Whoever holds this sheet and the files can read all "
            "of it but what people have sealed."
        ),
    ),
    (
        "Where to keep it",
        (
            "In a safe or a locked cabinet, in a sealed envelope, and not in the room of the "
            "computer. Two people should know where. Do not photograph it, send it or keep it on "
            "a computer; where this sheet was kept as a file to be printed, delete that file."
        ),
    ),
    (
        "How to use it",
        (
            "At the sign-in page choose “Forgotten your PIN?”, type the seven groups and choose a "
            "new PIN or password. Capitals, spaces and dashes do not matter. If a group has a "
            "slip, the program says which."
        ),
    ),
    (
        "When to replace it",
        (
            "When somebody who could get at this sheet has left, or the envelope was opened: "
            "File, Recovery key. This sheet then opens nothing but copies made before."
        ),
    ),
)
CHECKS = (
    "Put into its envelope",
    "Second person who knows where it is",
    "Looked at after one year",
    "Looked at after two years",
)
