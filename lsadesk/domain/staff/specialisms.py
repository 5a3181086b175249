"""What people specialise in: one area or several, each of a kind. Source: L; requirement A06."""

from dataclasses import dataclass
from enum import StrEnum


class SpecialismKind(StrEnum):
    """What an area is about; the kinds that the framework's own areas have."""

    NEED = "need"
    SUBJECT = "subject"
    SETTING = "setting"
    COLLEAGUES = "colleagues"


KIND_WORDS = {
    SpecialismKind.NEED: "A learner's need",
    SpecialismKind.SUBJECT: "A subject",
    SpecialismKind.SETTING: "A setting or context",
    SpecialismKind.COLLEAGUES: "Work with colleagues",
}


# Which standard of the questionnaire an area draws on: specialists use C beside A and B, and
# those who lead colleagues the leadership standards. Source: L, Professionalising; A05.
_STANDARDS = {
    SpecialismKind.NEED: "C",
    SpecialismKind.SUBJECT: "C",
    SpecialismKind.SETTING: "C",
    SpecialismKind.COLLEAGUES: "D",
}


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """An area to specialise in: the framework's, or in the college's own words."""

    name: str
    kind: SpecialismKind

    @property
    def standard(self) -> str:
        """The standard that the questionnaire asks about, whatever the role."""
        return _STANDARDS[self.kind]
