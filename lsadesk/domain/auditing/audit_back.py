"""The audit workbook's way back in: its hidden keys, and what was changed in it.

The workbook carries a mark (whose it is, when it was written) and a key for each row and
column, so that sorting, filtering, moving and renaming change nothing of what a cell is about.
What the college said when it was written comes from the college's own history, not from the
workbook.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.auditing.audit import CODE_MASK, AuditMatrix
from lsadesk.domain.auditing.skills import EXEMPT, NEVER_ASKED, SPOKEN, SUSPENDED, SYMBOLS, SkillId
from lsadesk.domain.differences import Difference, is_news
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded

MARK = "lsadesk-audit|"
EDITION = "1"
SKILL_KEYS, PEOPLE_KEYS = "lsadesk-skills", "lsadesk-people"
NAME = "Name"
ABOUT = (NAME, "Job title", "Team", "Sites", "Contract")  # the columns that are no skills
_HYPHENS = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}

CellKey = tuple[PersonId, SkillId]
RatingDifference = Difference[CellKey, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditMark:
    """Which college's workbook it is, and the moment that its values are of.

    *day* is given where it shows a day that had gone by then; such a workbook is a record.
    """

    college: str
    written_at: datetime
    day: date | None = None

    def __str__(self) -> str:
        day = "" if self.day is None else self.day.isoformat()
        return f"{MARK}{EDITION}|{self.college}|{self.written_at.isoformat()}|{day}"


def mark_of(written: str) -> AuditMark:
    """The mark that stands in a workbook; the inverse of `str`.

    Raises:
        ValueError: it is damaged, or of an edition that this program does not know.
    """
    edition, college, moment, day = written.removeprefix(MARK).split("|")
    if edition != EDITION:
        raise ValueError(f"edition {edition}")
    written_at = datetime.fromisoformat(moment)
    if written_at.tzinfo is None:
        raise ValueError("a moment without its time zone")
    past = date.fromisoformat(day) if day else None
    return AuditMark(college=college, written_at=written_at, day=past)


def person_key(person: PersonId) -> str:
    """A row's key."""
    return f"p{person}"


def skill_key(skill: SkillId) -> str:
    """A column's key."""
    return f"s{skill}"


def code_written(text: str) -> int | None:
    """The code of what somebody typed into a cell; None: not understood.

    A level's number does, alone or before its words; the marks for proof and booked training
    may stand behind it.
    """
    said = " ".join(folded(text.rstrip("\u2713\u2191 ")).split())
    if said in _HYPHENS:
        return NEVER_ASKED
    return _WRITTEN.get(said)


def _ways_to_write() -> dict[str, int]:
    ways: dict[str, int] = {}
    for code, (symbol, words) in enumerate(zip(SYMBOLS, SPOKEN, strict=True)):
        ways |= {folded(symbol): code, folded(words): code}
        if code <= 4:
            level, _, meaning = words.partition(", ")
            also = (level, meaning, f"{symbol} {meaning}", f"{symbol}, {meaning}")
            ways |= {folded(each): code for each in also}
    return ways | {"na": ways["n/a"], "n": ways["n/a"]}


_WRITTEN = _ways_to_write()


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """A person's row as the workbook has it; *codes* holds the cells that were understood.

    *silent* are those that are filled, but not understood: they were said as problems.
    """

    number: int
    person: PersonId
    name: str
    codes: Mapping[SkillId, int]
    silent: frozenset[SkillId] = frozenset()


@dataclass(frozen=True, slots=True)
class BroughtColumn:
    """A skill's column as the workbook has it; *letter* is where it stands now."""

    letter: str
    skill: SkillId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtAudit:
    """A workbook's matrix, not yet compared with anything."""

    mark: AuditMark
    rows: tuple[BroughtRow, ...]
    columns: tuple[BroughtColumn, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a workbook is compared with: the matrix *then* and *now*, of the same heads.

    *may_rate* are the people whose ratings whoever asks may change.
    """

    then: AuditMatrix
    now: AuditMatrix
    may_rate: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was changed in the workbook, and what of it cannot be taken."""

    differences: tuple[RatingDifference, ...]
    problems: tuple[Problem, ...]


def compared(brought: BroughtAudit, ground: Ground) -> Compared:
    """Each cell of *brought* that says something new, row after row."""
    comparison = _Comparison(ground)
    columns = comparison.columns_of(brought)
    rows = tuple(brought.rows)
    found = [each for row in rows for each in comparison.differences(row, columns)]
    return Compared(tuple(found), (*brought.problems, *comparison.problems, *comparison.closing()))


class _Comparison:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._rows = {person.id: at for at, person in enumerate(ground.now.people)}
        self._places = {skill.id: at for at, skill in enumerate(ground.now.skills)}
        self._people = Counter(folded(each.sort_name) for each in ground.now.people)
        self._skills = Counter(folded(each.name) for each in ground.now.skills)
        self._not_here = 0
        self.problems: list[Problem] = []

    def columns_of(self, brought: BroughtAudit) -> list[BroughtColumn]:
        """The columns whose skill is in the audit and stands under its own heading."""
        return [column for column in brought.columns if self._is_sound(column)]

    def _is_sound(self, column: BroughtColumn) -> bool:
        place = f"Column {column.letter}"
        at = self._places.get(column.skill)
        if at is None:
            self._say(place, f"\u201c{column.name}\u201d is not in the audit any more.")
            return False
        name = self._ground.now.skills[at].name
        return self._is_named(place, column.name, name, self._skills, "Arrange the skills")

    def differences(
        self, row: BroughtRow, columns: list[BroughtColumn]
    ) -> Iterator[RatingDifference]:
        """What *row* says otherwise."""
        at = self._rows.get(row.person)
        if at is None:
            self._not_here += 1
            return
        name, place = self._ground.now.people[at].sort_name, f"Row {row.number}"
        if not self._is_named(place, row.name, name, self._people, "People"):
            return
        found = list(self._changed(row, name, at, columns))
        if found and row.person not in self._ground.may_rate:
            self._say(place, f"{name}: {len(found)} changed, but not yours to rate. Left out.")
            return
        yield from found

    def _changed(
        self, row: BroughtRow, name: str, at: int, columns: list[BroughtColumn]
    ) -> Iterator[RatingDifference]:
        then, now = self._ground.then.row(at), self._ground.now.row(at)
        emptied = 0
        for column in columns:
            place = self._places[column.skill]
            was, here = then[place] & CODE_MASK, now[place] & CODE_MASK
            said = row.codes.get(column.skill)
            cell = f"{column.letter}{row.number}"
            if said is None:
                emptied += was != NEVER_ASKED and column.skill not in row.silent
            elif said in (EXEMPT, SUSPENDED) and said != was:
                self._say(f"Cell {cell}", _NEEDS_A_REASON.format(what=SPOKEN[said]))
            elif is_news(was, said, here):
                yield Difference(
                    key=(row.person, column.skill),
                    row=name,
                    column=self._ground.now.skills[place].name,
                    place=cell,
                    was=was,
                    now=said,
                    here=here,
                )
        if emptied:
            self._say(f"Row {row.number}", f"{name}: {_cells(emptied)} {_EMPTY}")

    def _is_named(
        self, place: str, written: str, known: str, all_known: Counter[str], where: str
    ) -> bool:
        """Whether a key may be believed beside what is written there; says what is odd."""
        if folded(written) == folded(known):
            return True
        if all_known[folded(written)]:
            self._say(
                place,
                f"It says \u201c{written}\u201d, but its hidden key says \u201c{known}\u201d: "
                "they were sorted or pasted apart. Nothing was read from it.",
            )
            return False
        self._say(
            place,
            f"\u201c{known}\u201d stands there as \u201c{written}\u201d. Values count; "
            f"names are changed under {where}.",
        )
        return True

    def closing(self) -> list[Problem]:
        """What is said once of all rows."""
        if not self._not_here:
            return []
        number = self._not_here
        rows = "1 row is" if number == 1 else f"{number} rows are"
        sentence = f"{rows} about people who are not here any more, or not open to you. Left out."
        return [Problem("Matrix", sentence)]

    def _say(self, place: str, sentence: str) -> None:
        self.problems.append(Problem(place, sentence))


def _cells(number: int) -> str:
    return "1 cell is empty." if number == 1 else f"{number} cells are empty."


_EMPTY = "That changes nothing: type ? for not known, or \u2013 for never asked."
_NEEDS_A_REASON = (
    "\u201c{what}\u201d needs a reason, which a cell cannot hold. Record it in the audit itself."
)
