"""What is typed of a record, over one that somebody else has changed meanwhile."""

from dataclasses import dataclass, replace

from lsadesk.domain.details import details_in, tidied, typed_over


@dataclass(frozen=True, slots=True)
class Details:
    name: str
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Details):
    id: int
    version: int


READ = Record(id=7, version=1, name="Art", room="Hall")


def test_the_details_of_a_record_leave_out_its_number_and_version() -> None:
    assert details_in(Details, READ) == Details("Art", "Hall")


def test_only_what_was_typed_goes_over_the_latest_and_its_version_stays() -> None:
    latest = replace(READ, version=2, room="Studio")
    assert typed_over(READ, Details("Drama", "Hall"), latest) == replace(latest, name="Drama")


def test_stray_spaces_and_line_ends_go() -> None:
    assert tidied(Details(" Art \n and  craft", "")) == Details("Art and craft", "")
