"""A cell of a timetable's grid: "Art (Gp A) - Rob - 2 LSAs"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsadesk.domain.calendar import TimeSpan, Week
from lsadesk.intake.mapping import Field
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.levels import CountRead, parse_count
from lsadesk.intake.parsing.times import parse_span, split_week
from lsadesk.intake.parsing.words import says_unknown
from lsadesk.intake.sheets import Value, written

_GROUP = re.compile(
    r"\b(?:group|grp|gp|class|grwp|form|set|year|yr|tutor group)\.?\s*[A-Z0-9]\w*\b", re.I
)
_GROUP_OR_ROOM = re.compile(rf"{_GROUP.pattern}|\bG\d{{1,2}}[a-z]?\b", re.I)
_COUNT = re.compile(
    r"\b(\d{1,2}(?:\s*(?:-|to)\s*\d{1,2})?)\s*x?\s*"
    r"(?:lsas?|tas?|lsps?|support staff|support workers?|staff|support)\b|"
    r"\b(?:lsas?|tas?|staff|support)\s*[:=x]\s*(\d{1,2}(?:\s*-\s*\d{1,2})?)\b",
    re.I,
)
_TIME = re.compile(
    r"[(\[]?\b(\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m)?\s*(?:-|–|to)\s*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m)?)"
    r"(?![\d:.])\s*[)\]:]?",
    re.I,
)
_ROOM = re.compile(r"\b(?:room|rm|ystafell)\.?\s*\w+\b", re.I)
_PERSON = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){0,2}$")
_NAMED = re.compile(  # surely a person's: "R Hughes", "Miss Hughes", "Hughes, R"
    r"^(?:[A-Z]\.? [A-Z][\w'’-]+|(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)$"
)
ROOMS = "room|kitchen|cegin|studio|hall|neuadd|gym|pool|library|lab|workshop"
_PLACE = re.compile(
    rf"^[A-Z]{{1,4}}[ -]?\d{{1,3}}[a-z]?$|\b(?:{ROOMS}|centre|center|garden|gardens|theatre|salon|"
    r"suite|farm|greenhouse|glasshouse|unit|estate|polytunnel|canteen|common room|annexe?|field|"
    r"court|off[ -]?site|online|community)$",
    re.I,
)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_NO_SESSION = re.compile(
    r"^(?:(?:break|lunch|free|registration|closed|-+|dinner|home|egwyl|cinio|tutorial break)"
    r"(?:\s*(?:and|&|/|-)\s*(?:break|lunch|home|registration))?$|closed\b|"
    r"inset\b|(?:college|centre|class|school) closed\b|bank holiday\b|half[- ]term\b|"
    r"no (?:taught )?(?:sessions?|lessons?|classes|learners|students)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class GridEntry:
    """One session of a grid's cell; what the cell does not say is "" or None."""

    title: str
    group: str = ""
    teacher: str = ""
    room: str = ""
    count: CountRead | None = None
    span: TimeSpan | None = None
    week: Week | None = None


def entries_of(
    value: Value,
    row_group: str,
    *,
    usual: str = "",
    timed: bool = False,
    order: Sequence[Field] = (),
    bracketed: bool = False,
) -> list[GridEntry]:
    """The sessions in one cell; *row_group* is the group that the row itself names.

    *usual* is that of all cells which name none plainly: beside it "G4" is a room. *timed*:
    the cells say the times, as neither row nor column does. *order* is what the parts are that
    dashes or new lines stand between. *bracketed*: the teacher stands in brackets at the end.
    """
    found = []
    for piece in _in_lines(value, order) or _pieces(value):
        text, teacher = _cut_teacher(piece) if bracketed else (piece, "")
        text, named = _cut_named(text, order)
        entry = _entry(text, named.get(Field.GROUP, row_group), usual, timed=timed)
        found.append(
            replace(
                entry,
                teacher=teacher or named.get(Field.TEACHER, entry.teacher),
                room=named.get(Field.ROOM, entry.room),
            )
        )
    return found


def _in_lines(value: Value, order: Sequence[Field]) -> list[str]:
    """A cell with a line for each of its parts, as one session; [] for any other cell."""
    lines = [line.strip() for line in str(value).split("\n") if line.strip()]
    return [" - ".join(lines)] if len(lines) == len(order) > 1 else []


def _cut_named(text: str, order: Sequence[Field]) -> tuple[str, dict[Field, str]]:
    """The words of the session, and what the other parts are; nothing cut where one is missing."""
    parts = parts_of(text)
    if not order or len(parts) < len(order):
        return text, {}
    named = dict(zip(order, parts, strict=False))
    title = named.pop(Field.SESSION)
    return " - ".join((title, *parts[len(order) :])), named


def _cut_teacher(text: str) -> tuple[str, str]:
    """*text* without the brackets at its end, and what stands in them."""
    found = _IN_BRACKETS.search(text)
    return (text[: found.start()], found[1].strip()) if found else (text, "")


def parts_of(text: str) -> list[str]:
    """What stands between the dashes of a cell: "Oak - Maths" is two parts."""
    return [part.strip() for part in re.split(r"\s[-–—|/]\s|:\s", text) if part.strip()]


def names_group(value: Value) -> bool:
    """Whether a cell is the name of a group: "G1", "Class 3"."""
    return bool(_GROUP_OR_ROOM.fullmatch(written(value)))


def holds_group(text: str) -> bool:
    """Whether the name of a group is among the words: "G1 English"."""
    return bool(_GROUP_OR_ROOM.search(text))


def is_session(text: str) -> bool:
    """Whether a cell is more than a break, "free" or a dash."""
    return not says_unknown(text) and not _NO_SESSION.match(_closed_up(text))


def is_place(value: Value) -> bool:
    """Whether a cell is called as a room or another place is: "Workshop", "G12"."""
    return bool(_PLACE.search(written(value)))


def names_teacher(text: str) -> bool:
    """Whether the words are surely a person's name, as a teacher is called: "Miss Hughes"."""
    return bool(_NAMED.match(text))


def says_when(value: Value) -> bool:
    """Whether a cell says the time of its sessions itself."""
    pieces = _pieces(value)
    return bool(pieces) and all(_without_time(piece)[1] is not None for piece in pieces)


def _pieces(value: Value) -> list[str]:
    """The sessions in one cell: one a line where each line names a group, else one."""
    text = str(value) if isinstance(value, str) else written(value)
    pieces = [piece.strip() for piece in re.split(r"[\n;]+", text) if piece.strip()]
    parted = (
        all(map(_GROUP_OR_ROOM.search, pieces))
        or all(_without_time(each)[1] for each in pieces)
        or all(split_week(each)[1] for each in pieces)
    )
    if len(pieces) > 1 and not parted:
        pieces = [", ".join(pieces)]
    return list(filter(is_session, pieces))


def _closed_up(text: str) -> str:
    """The word that letters apart or under each other make, "L U N C H"; other words as is."""
    letters = re.split(r"[,\s]+", text)
    return "".join(letters) if all(len(letter) == 1 for letter in letters) else text


def _entry(text: str, row_group: str, usual: str, *, timed: bool) -> GridEntry:
    text, span = _without_time(text) if timed else (text, None)
    text, week = split_week(text)
    text, counted = _cut(_COUNT, text)
    text, room = _cut(_ROOM, text)
    group = ""
    if not row_group:
        text, group = _cut(_GROUP if usual else _GROUP_OR_ROOM, text)
    title, teacher, place = _title_teacher_room(text)
    return GridEntry(title, group or row_group, teacher, room or place, _count(counted), span, week)


def _without_time(text: str) -> tuple[str, TimeSpan | None]:
    """*text* without the time that it begins or ends with, and that time."""
    found = _TIME.search(text)
    if found is None or (text[: found.start()].strip() and text[found.end() :].strip()):
        return text, None
    try:
        return f"{text[: found.start()]} {text[found.end() :]}", parse_span(found[1]).span
    except Unreadable:
        return text, None


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """*text* without what *pattern* finds, and what that was."""
    found = pattern.search(text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", found[0]


def _title_teacher_room(text: str) -> tuple[str, str, str]:
    """The title, and the name and the room behind dashes, where there is one of each at most.

    A word behind a dash is taken for a name where it could be one; beside a name that is
    plainly one, it is the room.
    """
    bare = re.sub(r"[(\[]\s*[)\]]", " ", text)
    parts = [" ".join(part.split()) for part in re.split(r"\s[-–—/|]\s|[,|]", f" {bare} ")]
    parts = [part.strip(" -:,–") for part in parts]
    title, *others = [part for part in parts if part] or [""]
    rooms = [part for part in others if _PLACE.search(part)]
    named = [part for part in others if part not in rooms and _NAMED.match(part)]
    rest = [part for part in others if part not in (*rooms, *named)]
    if len(rest) == 1 and not named and _PERSON.match(rest[0]):
        named, rest = rest, []
    elif len(rest) == 1 and len(named) == 1 and not rooms:
        rooms, rest = rest, []
    if rest or len(named) > 1 or len(rooms) > 1:
        return ", ".join([title, *others]), "", ""
    return title, "".join(named), "".join(rooms)


def _count(said: str) -> CountRead | None:
    figures = re.search(r"\d{1,2}(?:\s*(?:-|to)\s*\d{1,2})?", said)
    try:
        return parse_count(figures[0]) if figures else None
    except Unreadable:
        return None
