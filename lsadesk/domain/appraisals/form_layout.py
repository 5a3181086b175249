"""A questionnaire to be filled in away from the program, and what its Excel form looks like.

Whoever writes the form and whoever reads it back go by the marks that stand here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.careers.framework import Part, Question

# Stands in the hidden first column before "college|person|edition|role".
MARK = "LSA Desk form 1|"
# Stands there in the row of headings; in the rows below it stands the question's id.
ANSWERS_ROW = "LSA Desk answers"
YES = "Yes"


class Field(StrEnum):
    """A cell that the person fills in."""

    ANSWER = "answer"
    EXAMPLE = "example"
    USE_MORE = "use more"
    LEARN_MORE = "learn more"


HEADINGS = {
    Field.ANSWER: "Your answer",
    Field.EXAMPLE: "In your own words, if you like",
    Field.USE_MORE: "I would like to use this more",
    Field.LEARN_MORE: "I would like to learn more",
}


def choice_key(question: str, place: int) -> str:
    """What stands in the hidden column of the row of one choice of an open question."""
    return f"{question}#{place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """An empty questionnaire for one person: their role's questions, part by part."""

    college: str
    name: str
    role: str
    day: date
    mark: FormMark
    parts: Sequence[tuple[Part, Sequence[Question]]]

    def numbered(self) -> list[tuple[int, Question]]:
        """Every question with its number, 1 to the last, through all the parts."""
        return list(enumerate((one for _, questions in self.parts for one in questions), 1))
