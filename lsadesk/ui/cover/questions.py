"""The questions of cover: who is away, what is proposed, and who takes somebody's day."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.stand_ins import ForTheDay
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.covering.cover import Move, Proposal
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.typed_times import read_hours_of_day
from lsadesk.ui.cover.words import day_words, hours_words, where_words
from lsadesk.ui.looks.sizes import at_least
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.names import ManyNames, read_names
from lsadesk.ui.widgets.until_read import LETTERS, answer_to
from lsadesk.ui.words import count, tr


def ask_away(parent: QWidget | None, seen: CoverBoard) -> list[Away] | None:
    """Who and what is away, from when to when; None where it was cancelled."""
    question = Question(
        parent,
        tr("Who is away?"),
        tr("Why is not asked and not kept. Several people at once: a comma between the names."),
        tr("Mark as away"),
    )
    fields = _Away(seen)
    question.body.addWidget(fields.form)
    return answer_to(question, fields.typed, fields.form)


class _Away:
    """The fields, the one that matters first."""

    def __init__(self, seen: CoverBoard) -> None:
        self._seen = seen
        self.form = form = Form()
        names = {who: seen.names[who] for who in seen.team}
        self._known: Mapping[PersonId, str] = _apart(names)
        self.who = form.text(tr("People"), long=True)
        ManyNames(self.who, self._known.values())
        self.hours = form.text(
            tr("From and until, if not all day"), hint=tr("As 9.00-12.00. Empty: all day.")
        )
        on = QDate(seen.on.year, seen.on.month, seen.on.day)
        self.last = form.day(tr("Last day"), on)
        self.last.setMinimumDate(on)
        sites: list[tuple[str, object]] = [(tr("No site"), None)]
        sites += [(name, site) for site, name in seen.sites.items()]
        groups: list[tuple[str, object]] = [(tr("No group"), "")]
        groups += [(name, name) for name in seen.groups]
        self.group = form.choice(
            tr("A group that is out, on a trip for instance"),
            groups,
            hint=tr("Its sessions do not run. Name the people who go with it above."),
        )
        self.site = form.choice(tr("A site that is closed"), sites)

    def typed(self) -> list[Away]:
        """What was typed; what cannot be read is said beside its field."""
        form = self.form
        people = form.read(self.who, read_names(self._known)) or frozenset()
        hours = form.read(self.hours, _read_hours)
        last = self.last.date()
        days = (self._seen.on, date(last.year(), last.month(), last.day()))
        away = [Away(first=days[0], last=days[1], span=hours, person=who) for who in sorted(people)]
        site, group = self.site.chosen(), self.group.chosen_as(str)
        away += [
            Away(first=days[0], last=days[1], span=hours, site=each)
            for each in self._seen.sites
            if each == site
        ]
        if group:
            away.append(Away(first=days[0], last=days[1], span=hours, group=group))
        if not away and form.first_wrong() is None:
            form.wrong(self.who, tr("Write who is away, or choose a group or a site."))
        return away


def ask_swap(parent: QWidget | None, seen: CoverBoard) -> tuple[SlotId, SlotId] | None:
    """Ask which two places people have swapped between them; None where it was cancelled."""
    question = Question(
        parent,
        tr("Two people swapped"),
        tr("What people agree between them counts too: slips, cards and the log then say it."),
        tr("They swapped"),
    )
    at_least(question, LETTERS)
    form, places = Form(), _places_of(seen)
    both = form.text(
        tr("The two places"),
        hint=tr("Type a name and choose the session, then the same for the other one."),
        long=True,
    )
    ManyNames(both, places.values())
    question.body.addWidget(form)

    def typed() -> list[SlotId]:
        found = sorted(
            form.read(both, read_names(places, tr("No place is called like “{part}”."))) or ()
        )
        if len(found) != 2 and form.first_wrong() is None:
            form.wrong(both, tr("Choose two places, with a comma between them."))
        return found

    answer = answer_to(question, typed, form)
    return None if answer is None else (answer[0], answer[1])


def _places_of(seen: CoverBoard) -> dict[SlotId, str]:
    """Asha Kaur 9.15-10.45 Cookery Blue: whoever is in a place of the day, to be typed."""
    day = seen.day
    if day is None:
        return {}
    return {
        slot.id: f"{seen.names[day.placed[slot.id]]} {slot.span} {slot.title} {slot.group}".replace(
            ",", " "
        ).strip()
        for slot in day.today
        if slot.id in day.placed
    }


def ask_proposal(parent: QWidget | None, seen: CoverBoard, proposal: Proposal) -> bool:
    """Show whom the least change would move and what it leaves open; whether it is kept."""
    question = Question(
        parent,
        tr("Cover with the fewest changes"),
        _proposal_words(proposal),
        tr("Do this"),
    )
    for move in proposal.moves:
        question.body.addWidget(label(_move_words(seen, move)))
    if proposal.dropped:
        question.body.addWidget(label(tr("What would stay open, and why"), "heading"))
    for move in sorted(proposal.dropped, key=lambda each: each.slot.start):
        where = f"{move.slot.span} {where_words(move.slot)}"
        question.body.addWidget(label(f"\u25b2 {where}: {move.why}"))
    question.yes.setEnabled(bool(proposal.moves))
    return question.answered()


def _proposal_words(proposal: Proposal) -> str:
    if not proposal.moves:
        return tr("Nobody can be moved to cover more without breaking a rule.")
    return tr(
        "{places} would get somebody. People change places only at the times that lost somebody.",
        places=count(len(proposal.moves), "place", "places"),
    )


def ask_for_the_day(
    parent: QWidget | None, name: str, places: int, found: Sequence[ForTheDay]
) -> ForTheDay | None:
    """Ask who takes the day of *name*, who leaves *places* open."""
    many = count(places, "place", "places")
    question = Question(
        parent,
        tr("One person for the day"),
        tr(
            "For {name}, who leaves {many} open. What is not taken stays open.",
            name=name,
            many=many,
        ),
        tr("Choose"),
    )
    form = question.form
    options: list[tuple[str, object]] = [
        (
            tr(
                "{name}: {takes} of {places}, cover this term: {done}",
                name=each.name,
                takes=len(each.takes),
                places=many,
                done=hours_words(each.done),
            ),
            each,
        )
        for each in found
    ]
    chosen = form.choice(tr("Who takes it"), options)
    chosen.setMaximumWidth(16_777_215)
    question.yes.setEnabled(bool(options))
    return chosen.chosen_as(ForTheDay) if question.answered() else None


def ask_absent(
    parent: QWidget | None, seen: CoverBoard, away: Sequence[PersonId]
) -> PersonId | None:
    """Ask whose day is meant, where several people are away."""
    if len(away) == 1:
        return away[0]
    question = Question(parent, tr("One person for the day"), day_words(seen.on), tr("Go on"))
    form = question.form
    chosen = form.choice(tr("Whose day"), [(seen.names[who], who) for who in away])
    return PersonId(chosen.chosen_as(int)) if question.answered() else None


def _move_words(seen: CoverBoard, move: Move) -> str:
    where = f"{move.slot.span} {where_words(move.slot)}"
    after = "" if move.after is None else seen.names.get(move.after, "")
    if move.before is None:
        return tr("{where}: {name}", where=where, name=after)
    before = seen.names.get(move.before, "")
    return tr("{where}: {name} in place of {before}", where=where, name=after, before=before)


def _apart(names: Mapping[PersonId, str]) -> dict[PersonId, str]:
    """*names* with namesakes numbered, so that each can be typed."""
    seen: dict[str, int] = {}
    found = {}
    for who, name in names.items():
        seen[name] = seen.get(name, 0) + 1
        found[who] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return found


def _read_hours(text: str) -> TimeSpan | None:
    hours = read_hours_of_day(text)
    if hours is not None and hours.end <= hours.start:
        raise UserError(tr("The time until is not after the time from."))
    return hours
