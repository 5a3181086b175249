"""Which member of staff a name in a workbook means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from lsadesk.domain.incoming import PersonRef
from lsadesk.intake.likenesses import may_be_one
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import (
    names_in_brackets,
    parse_name,
    same_forename,
    tidy_name,
)
from lsadesk.intake.parsing.words import key
from lsadesk.intake.people_index import PeopleIndex

# How well a name fits a person, best first; a name means the only person of its best fit.
EXACT, OTHER_WAY_ROUND, SHORT_FORM, INITIAL, PART = 5, 4, 3, 2, 1


class NoSuchPerson(Unreadable):
    """The name fits nobody, or more than one; *candidates* are those it may mean."""

    def __init__(self, reason: str, candidates: tuple[PersonRef, ...] = ()) -> None:
        super().__init__(reason)
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class Directory:
    """The people that names are matched to: the college's and the workbook's own.

    *chosen* are the matches a user made: name as written -> payroll number or full name, or
    "" where it is left aside. *by_forename*: a sheet of the workbook calls everybody
    by one word, so that a forename means whoever alone has it. *other_names* are pairs of
    names that may be one person's. *in_doubt* are names that a staff list was not read for,
    until somebody says whose they are: no other sheet may then take them for somebody's.
    """

    people: tuple[PersonRef, ...]
    chosen: Mapping[str, str] = field(default_factory=dict)
    by_forename: bool = False
    other_names: Mapping[str, str] = field(default_factory=dict)
    in_doubt: frozenset[str] = frozenset()
    index: PeopleIndex = field(default_factory=PeopleIndex, compare=False, repr=False)
    _found: dict[str, tuple[PersonRef, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        if len(self.index.people) != len(self.people):
            object.__setattr__(self, "index", PeopleIndex(self.people))

    def with_new(self, people: Iterable[PersonRef]) -> "Directory":
        """The directory with those of *people* that it does not hold yet."""
        index = self.index.plus(people)
        return replace(self, people=tuple(index.people), index=index)

    def find(self, said: str, payroll: str = "") -> PersonRef:
        """The one person that *said* means. Raises `NoSuchPerson`."""
        if payroll and (found := self.index.numbered(payroll)):
            return found
        choice = self.chosen.get(key(said))
        if choice == "":
            raise NoSuchPerson("is left aside, as somebody chose", self._best(said))
        if choice:
            found = self.index.numbered(choice)
            if found is not None:
                return found
            said = choice if self._best(choice) else said  # they may be called otherwise by now
        elif in_order(said) in self.in_doubt:
            raise NoSuchPerson("is in doubt on the staff list: say who is meant", self._best(said))
        return self._by_name(said)

    def is_assumed(self, said: str, person: PersonRef) -> bool:
        """Whether nobody said that *said* means *person*, and it is not just their name.

        So with another form of the forename, and with the forename alone.
        """
        return key(said) not in self.chosen and fit_of(said, person) in (SHORT_FORM, PART)

    def on_list(self, said: str, payroll: str = "") -> PersonRef | None:
        """Who of those known is *said* on a staff list, where we have their name otherwise.

        None for a name that we have letter by letter, or that is like nobody's. A payroll
        number says who it is; two different ones say that it is somebody else.
        Raises `NoSuchPerson` until a person has said whether it is the same one.
        """
        if payroll and (found := self.index.numbered(payroll)):
            return found if fit_of(said, found) in (INITIAL, OTHER_WAY_ROUND) else None
        alike = tuple(p for p in self._alike(said) if not (payroll and p.payroll))
        if not alike:
            return None
        choice = self.chosen.get(key(said))
        meant = [person for person in self.people if choice in (person.payroll, person.name)]
        if choice and len(meant) == 1:
            return meant[0]
        if len(alike) > 1:
            raise NoSuchPerson(f"may be {_listed(alike)}: say which, or that it is none", alike)
        raise NoSuchPerson(f"is like {_listed(alike)}, who is known: is it the same person?", alike)

    def _alike(self, said: str) -> tuple[PersonRef, ...]:
        """Those who may be called *said* too; nobody where one of them is called just that."""
        try:
            name = parse_name(said)
        except Unreadable:
            return ()
        near = self.index.near(str(name))
        if not name.forename or not name.surname:
            return ()
        if any(key(person.name) == key(str(name)) for person in near):
            return ()
        other = self.other_names.get(key(str(name)))
        return tuple(
            person
            for person in near
            if fit_of(str(name), person) > PART
            or may_be_one(name, person)
            or key(person.name) == other
        )

    def _by_name(self, said: str) -> PersonRef:
        if said not in self._found:
            self._found[said] = self._best(said)
        candidates = self._found[said]
        if not candidates:
            raise self._nobody(said)
        if len(candidates) > 1:
            raise NoSuchPerson(f"fits {_listed(candidates)}: say which", candidates)
        if fit_of(said, candidates[0]) == PART and not self._is_only(said, candidates[0]):
            raise self._only_part(said)
        return candidates[0]

    def _only_part(self, said: str) -> NoSuchPerson:
        """The doubt about a name of one word that people have, in this or another form."""
        near = tuple(self.index.near(said))
        names = [person.name for person in near[:3]]
        return NoSuchPerson(f"is only part of a name: is it {' or '.join(names)}?", near)

    def _is_only(self, said: str, person: PersonRef) -> bool:
        """Whether a sheet that calls people by forenames means *person* by *said* for sure."""
        is_theirs = key(said) == key(person.forename) and person.left_on is None
        return self.by_forename and is_theirs and self.index.near(said) == [person]

    def _best(self, said: str) -> tuple[PersonRef, ...]:
        """Those whom the name fits best, all equally well."""
        fits = [(fit_of(said, person), person) for person in self.index.near(said)]
        best = max((fit for fit, _ in fits), default=0)
        return tuple(person for fit, person in fits if fit == best > 0)

    def _nobody(self, said: str) -> NoSuchPerson:
        if len(key(said).split()) == 1 and self.index.near(said):
            return self._only_part(said)
        alike = self._alike(said)
        close = [person.name for person in alike] or [
            person.name
            for person in self.people
            if max(
                fuzz.ratio(key(said), key(person.name)),
                fuzz.ratio(key(said), key(f"{person.surname} {person.forename}")),
            )
            >= 80
        ]
        asked = f": is it {' or '.join(close[:3])}?" if close else ""
        return NoSuchPerson(f"is nobody on the staff list{asked}", alike)


def in_order(said: str) -> str:
    """A name as `key` writes it, the forename first however it stands: "Hill, Tom"."""
    try:
        return key(str(parse_name(said)))
    except Unreadable:
        return key(said)


def fit_of(said: str, person: PersonRef) -> int:
    """How well the words of a name fit a person; 0 is not at all."""
    words = key(tidy_name(said))
    forename, surname = key(person.forename), key(person.surname)
    if not words:
        return 0
    if words == f"{forename} {surname}".strip():
        return OTHER_WAY_ROUND if "," in said else EXACT
    if words in (f"{surname} {forename}", surname + forename):
        return EXACT if "," in said else OTHER_WAY_ROUND
    if words in (forename, surname):
        return PART
    return _by_parts(said, person)


def _by_parts(said: str, person: PersonRef) -> int:
    try:
        name = parse_name(said)
    except Unreadable:
        return 0
    ways = [(name.forename, name.surname)]
    ways += [(called, name.surname) for called in names_in_brackets(said)]
    if "," not in said:
        ways.append((name.surname, name.forename))
    return max(_parts_fit(forename, surname, person) for forename, surname in ways)


def _parts_fit(forename: str, surname: str, person: PersonRef) -> int:
    """Fits on the whole surname, or on the whole forename with the surname's initial."""
    first, last = key(forename), key(surname)
    if not first or not last:
        return 0
    if last == key(person.surname):
        return _forename_fit(forename, person.forename)
    starts = len(last) == 1 and key(person.surname).startswith(last)
    return INITIAL if starts and same_forename(forename, person.forename) else 0


def _forename_fit(said: str, own: str) -> int:
    """How a forename or initials fit somebody's forenames, whose surname fits already."""
    first, whole = key(said), key(own)
    if first == whole:
        return EXACT
    names, own_names = first.split(), whole.split()
    if same_forename(said, own) or any(len(n) > 1 and n in own_names for n in names):
        return SHORT_FORM
    are_initials = all(len(name) == 1 for name in names)
    return INITIAL if are_initials and whole.startswith(names[0]) else 0


def _listed(people: Iterable[PersonRef]) -> str:
    names = [f"{p.name} ({p.payroll})" if p.payroll else p.name for p in people]
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
