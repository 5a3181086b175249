"""A self-assessment as it is printed: the questions with what was said to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.appraisals.answer_forms import Given
from lsadesk.domain.careers.framework import Part, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSheet:
    """One person's answers on one day, part by part.

    *handed_in_on* None: a draft that only its author may print. *typed_in* says who typed it
    in, where it was not the person.
    """

    college: str
    name: str
    role: str
    day: date
    parts: Sequence[tuple[Part, Sequence[tuple[Question, Given]]]]
    handed_in_on: date | None = None
    typed_in: str = ""

    def asked(self) -> list[tuple[Question, Given]]:
        """Every question with its answer, in the order asked."""
        return [pair for _, pairs in self.parts for pair in pairs]
