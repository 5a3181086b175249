"""Staff by the words of their names, so that a name is compared with the few it could mean."""

from collections.abc import Iterable

from lsadesk.domain.incoming import PersonRef
from lsadesk.intake.parsing.names import forms_of
from lsadesk.intake.parsing.words import key

_Places = dict[str, tuple[int, ...]]


class PeopleIndex:
    """Finds people by a word of their name, and by payroll number; never changed once made."""

    def __init__(self, people: Iterable[PersonRef] = (), before: "PeopleIndex | None" = None):
        self._by_word: _Places = dict(before._by_word) if before else {}
        self._by_number: _Places = dict(before._by_number) if before else {}
        self.people: list[PersonRef] = [*before.people] if before else []
        for person in people:
            self._put(person)

    def plus(self, people: Iterable[PersonRef]) -> "PeopleIndex":
        """The index with those of *people* that it does not hold yet.

        Somebody is held by payroll number where both sides have numbers, else by name.
        """
        grown = PeopleIndex(before=self)
        for person in people:
            if not grown._holds(person):
                grown._put(person)
        return grown

    def near(self, said: str) -> list[PersonRef]:
        """Everybody who has a word of *said*, or another form of one, in their name."""
        forms = {form for word in key(said).split() for form in forms_of(word)}
        places = {place for form in forms for place in self._by_word.get(form, ())}
        return [self.people[place] for place in sorted(places)]

    def numbered(self, payroll: str) -> PersonRef | None:
        """The only person with that payroll number; None for nobody or several."""
        places = self._by_number.get(key(payroll), ())
        return self.people[places[0]] if len(places) == 1 else None

    def _put(self, person: PersonRef) -> None:
        place = len(self.people)
        self.people.append(person)
        forename, surname = key(person.forename), key(person.surname)
        words = {*forename.split(), *surname.split(), surname + forename}
        _note(self._by_word, words, place)
        if number := key(person.payroll):
            _note(self._by_number, [number], place)

    def _holds(self, person: PersonRef) -> bool:
        number = key(person.payroll)
        if number and self._by_number:
            return number in self._by_number
        name = key(person.name)
        return any(key(other.name) == name for other in self.near(person.name))


def _note(places: _Places, words: Iterable[str], place: int) -> None:
    for word in words:
        places[word] = (*places.get(word, ()), place)
