"""The development plan: what a person and their helper agreed to do, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.people import PersonId

ActionId = NewType("ActionId", int)


class Mode(StrEnum):
    """Ways of developing, most of them no course. Source: E R3, flexible modes; L finding 16."""

    COURSE = "course"
    SHADOWING = "shadowing"
    MENTORING = "mentoring"
    BUDDYING = "buddying"
    SECONDMENT = "secondment"
    PROJECT = "project"
    READING = "reading"
    NETWORK = "peer network"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """One line of a development plan; *why* is the gap or the wish behind it."""

    id: ActionId
    person: PersonId
    what: str
    why: str = ""
    mode: Mode = Mode.OTHER
    helper: str = ""
    due: date | None = None
    done_on: date | None = None
