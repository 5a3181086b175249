"""What the home page says: headings with lines, each of which may lead somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lsadesk.domain.appraisals.assessment import State
from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.reviewing.review import ReviewWaiting
from lsadesk.operations.home import Own, PlannedWeek, Team, Today
from lsadesk.operations.keeping.copies import SecondPlace
from lsadesk.operations.keeping.trail_watch import Altered
from lsadesk.ui.home.appraisals import appraisal_words
from lsadesk.ui.placements.words import due_words
from lsadesk.ui.places import (
    ACCOUNTS,
    CERTIFICATES,
    COVER,
    FORMER_LEARNERS,
    LISTS,
    PLACEMENTS,
    REQUESTS,
    REVIEW,
    SIGN_OFFS,
    TO_READ,
    WHO_IS_AWAY,
)
from lsadesk.ui.words import count, tr

MY_TRAINING, ASK_FOR_TRAINING = "my-training", "ask-for-training"  # a dialog over this page
MY_WEEK, MY_CALENDAR = "my-week", "my-calendar"  # files to take away
ALTERED = "altered-trail"  # a dialog: what to do, and what was found
COPIES = "copies"  # a dialog: the copies and the second place
TRY_COPY = "try-copy"  # a dialog: the copies, with the newest being tried
MY_PLACEMENTS = "my-placements"  # and so are the placements that one supports
MY_SESSIONS = "my-sessions"  # a dialog too: what to know, and telling teachers
MY_SEEN = "my-seen"  # the page of one's plan with what others saw
MY_VIEW = "my-view"  # a dialog: what one thinks of the college's support
MY_PLAN, ADD_TO_PLAN = "my-plan", "add-to-my-plan"  # no tabs: a dialog over this page


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card; *place* is the tab it leads to, `MY_PLAN` or `ADD_TO_PLAN`, "" where
    it only tells; *target* is what is opened there."""

    text: str
    place: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A heading, what is said under it, and what can be done about it."""

    title: str
    lines: tuple[Line, ...]
    ways: tuple[Line, ...] = ()


def greeting(today: Today) -> str:
    """Good morning, by name where it is known."""
    hour = today.now.hour
    if hour < 12:
        words = tr("Good morning")
    else:
        words = tr("Good afternoon") if hour < 18 else tr("Good evening")
    return f"{words}, {today.forename}" if today.forename else words


def long_date(now: datetime) -> str:
    """Tuesday 24 November 2026."""
    return f"{now:%A} {now.day} {now:%B %Y}"


def next_step(own: Own | None) -> Line | None:
    """The self-assessment, where it is not handed in; None where there is nothing to do."""
    if own is None or own.handed_in_at is not None:
        return None
    if own.answered.state is State.NOT_STARTED:
        return Line(tr("Start my self-assessment"), "assessment")
    if own.answered.state is State.COMPLETED:
        return Line(tr("Look over my self-assessment and hand it in"), "assessment")
    said = tr(
        "Continue my self-assessment: {answered} of {asked} answered",
        answered=own.answered.answered,
        asked=own.answered.asked,
    )
    return Line(said, "assessment")


def clock_words(today: Today) -> str:
    """What to do where this computer's clock stands before what was written; else nothing."""
    if today.written_to is None:
        return ""
    return tr(
        "! Records here were written up to {day}, which is still to come by this computer's clock. "
        "Put its date right before you write or sign anything.",
        day=uk_date(today.written_to.astimezone().date()),
    )


def cards(today: Today) -> list[Card]:
    """The cards in order of importance; those with nothing to tell are left out."""
    day = today.now.date()
    told = []
    if today.altered is not None:
        told.append(Card(tr("The trail of what happened"), (_altered(today.altered),)))
    if today.own is not None:
        told += [
            _sessions(today.own, day),
            _my_plan(today.own, day),
            Card(tr("To renew and to read"), tuple(_to_renew(today.own, day))),
            Card(tr("My learners' work placements"), tuple(_my_placements(today.own, day))),
        ]
    waiting = tuple(Line(words, "appraisal") for words in appraisal_words(today.appraisals))
    told.append(Card(tr("Appraisals"), waiting))
    planned = () if today.week is None else (_week(today.week),)
    ways = (Line(tr("Who is &away..."), "deployment", WHO_IS_AWAY),) if planned else ()
    deployed = (*_away(today, day), *planned, *_placements(today, day))
    told.append(Card(tr("Deployment"), deployed, ways))
    told.append(Card(tr("Our learning support"), tuple(_review(today.review))))
    if today.team is not None and not today.is_empty:
        title = tr("The team") if today.team.everybody else tr("Those you look after")
        told.append(Card(title, tuple(_team(today.team))))
    told.append(Card(tr("Accounts"), tuple(_accounts(today.accounts_to_end))))
    told.append(Card(tr("Copies of the college"), tuple(_copies_to_see_to(today))))
    asked, answer_by = today.asked
    if answer_by is not None:
        told.append(Card(tr("Requests about records"), (_asked(asked, answer_by, day),)))
    told.append(Card(tr("Records due for review"), tuple(_to_review(today))))
    return [card for card in told if card.lines]


def _altered(found: Altered) -> Line:
    words = tr(
        "! It was altered outside the program at line {line}, as was found on {day}. "
        "See what to do about it",
        line=found.line,
        day=uk_date(found.found_on),
    )
    return Line(words, ALTERED)


def _accounts(number: int) -> Iterator[Line]:
    if number:
        theirs = count(number, "account is", "accounts are")
        words = tr("{accounts} of somebody who has left, and still open", accounts=theirs)
        yield Line(words, "people", ACCOUNTS)


def _copies_to_see_to(today: Today) -> Iterator[Line]:
    if today.second_place is not None and today.second_place.is_overdue(today.now):
        yield _copies(today.second_place)
    if today.copy_to_try and not today.is_empty:
        yield Line(tr("No copy was tried this term: try the newest now"), TRY_COPY)
    if today.set_aside:
        yield Line(
            tr(
                "What going back to an earlier copy set aside is over a month old, and holds what "
                "was erased since: see what to delete"
            ),
            COPIES,
        )


def _asked(number: int, answer_by: date, day: date) -> Line:
    wait = count(number, "request waits", "requests wait")
    words = tr(
        "{requests}, the first for an answer by {day}", requests=wait, day=uk_date(answer_by)
    )
    if answer_by < day:
        words = tr(
            "{requests}; one was to be answered by {day}", requests=wait, day=uk_date(answer_by)
        )
    return Line(words, "people", REQUESTS)


def _to_review(today: Today) -> Iterator[Line]:
    for number, words, place, target in (
        (today.people_back, count(today.people_back, "person", "people"), "people", REVIEW),
        (
            today.learners_back,
            count(today.learners_back, "learner", "learners"),
            "deployment",
            FORMER_LEARNERS,
        ),
    ):
        if number:
            said = tr("! An earlier copy brought back {who} erased before: erase again", who=words)
            yield Line(said, place, target)
    if today.due_for_review:
        kinds = count(today.due_for_review, "kind of record is", "kinds of record are")
        words = tr("{kinds} past the time for which the college keeps them", kinds=kinds)
        yield Line(words, "people", REVIEW)
    if today.learners_due:
        who = count(today.learners_due, "learner", "learners")
        words = tr(
            "{learners} left so long ago that their records are due to be erased", learners=who
        )
        yield Line(words, "deployment", FORMER_LEARNERS)


def _copies(found: SecondPlace) -> Line:
    """What to do about the second place."""
    if found.place is None:
        words = tr("There is no second place for copies yet: choose a stick or another disk")
    elif found.copied_at is None:
        words = tr("Nothing has been copied to the second place yet. Is it plugged in?")
    else:
        day = uk_date(found.copied_at.astimezone().date())
        words = tr("The last copy at the second place is of {day}. Is it plugged in?", day=day)
    return Line(words, COPIES)


def _sessions(own: Own, day: date) -> Card:
    if own.sessions_on is None:
        return Card("", ())
    title = (
        tr("Today")
        if own.sessions_on == day
        else f"{own.sessions_on:%A} {own.sessions_on.day} {own.sessions_on:%B}"
    )
    lines = [
        Line(
            ", ".join(
                part
                for part in (
                    f"{clock(each.span.start)}  {each.title}",
                    each.group,
                    each.room,
                    tr("\u25b2 you cover this one") if each.covers else "",
                    tr("\u25b2 not you on this day") if each.released else "",
                )
                if part
            )
        )
        for each in own.sessions
    ]
    ways = (
        Line(tr("What to know, and telling the teacher"), MY_SESSIONS),
        Line(tr("My timetable as PDF..."), MY_WEEK),
        Line(tr("My calendar file..."), MY_CALENDAR),
    )
    return Card(title, tuple(lines) or (Line(tr("No sessions are planned for you.")),), ways)


def _my_plan(own: Own, day: date) -> Card:
    lines = []
    if own.unread:
        notes = count(own.unread, "note", "notes")
        lines.append(
            Line(tr("{notes} from a session, for you to read first", notes=notes), MY_SEEN)
        )
    for action in own.actions[:5]:
        due = "" if action.due is None else tr("by {day}", day=uk_date(action.due))
        if action.due is not None and action.due < day:
            due = tr("was for {day}", day=uk_date(action.due))
        lines.append(Line(", ".join(part for part in (action.what, due) if part)))
    if len(own.actions) > 5:
        more = count(len(own.actions) - 5, "more line", "more lines")
        lines.append(Line(tr("and {lines}", lines=more)))
    if own.next_review is not None:
        lines.append(Line(_review_words(own.next_review, day)))
    ways = (
        Line(tr("Open my plan"), MY_PLAN),
        Line(tr("Add to my plan"), ADD_TO_PLAN),
        Line(tr("Ask for training"), ASK_FOR_TRAINING),
    )
    nothing = (Line(tr("Nothing is waiting to be done.")),)
    return Card(tr("My development plan"), tuple(lines) or nothing, ways)


def _to_renew(own: Own, day: date) -> Iterator[Line]:
    for course, ends in own.lapses:
        when = uk_date(ends)
        said = (
            tr("{course} lapsed on {day}", course=course, day=when)
            if ends < day
            else tr("{course} lapses on {day}", course=course, day=when)
        )
        yield Line(said)
    for document in own.to_read:
        yield Line(tr("Please read: {document}", document=document), MY_TRAINING)


def _my_placements(own: Own, day: date) -> Iterator[Line]:
    for due in own.placements:
        yield Line(due_words(due, day), MY_PLACEMENTS)


def _placements(today: Today, day: date) -> Iterator[Line]:
    """One placement by name, several in numbers."""
    if len(today.placements) == 1:
        yield Line(due_words(today.placements[0], day), "deployment", PLACEMENTS)
        return
    visits = sum(each.visit_on is not None for each in today.placements)
    to_write = sum(bool(each.weeks or each.end) for each in today.placements)
    said = []
    if visits:
        said.append(count(visits, "visit is due", "visits are due"))
    if to_write:
        of = count(to_write, "work placement", "work placements")
        said.append(tr("{placements} with feedback or a report to write", placements=of))
    if said:
        yield Line(", ".join(said), "deployment", PLACEMENTS)


def _review_words(next_on: date, day: date) -> str:
    if next_on < day:
        return tr("A review of it was agreed for {day}", day=uk_date(next_on))
    return tr("Next review: {day}", day=uk_date(next_on))


def _review(review: ReviewWaiting) -> Iterator[Line]:
    """What the college wants stands above its team; then what is asked, and what is to be done."""
    if review.want:
        yield Line(tr("What we want: {words}", words=review.want))
    if review.success:
        yield Line(tr("Success: {words}", words=review.success))
    if review.asks_me:
        yield Line(tr("The college asks what you think, without your name"), MY_VIEW)
    if review.to_look_at:
        number = count(review.to_look_at, "line", "lines")
        words = tr("{lines} of the college review to look at", lines=number)
        yield Line(words, "review", LISTS)


def _away(today: Today, day: date) -> Iterator[Line]:
    number, on = today.away
    if number and on is not None:
        said = tr("today") if on == day else tr("on {day}", day=uk_date(on))
        words = tr("{number} away {when}: the day's cover", number=number, when=said)
        yield Line(words, "deployment", COVER)


def _week(week: PlannedWeek) -> Line:
    starts = uk_date(week.starts)
    if week.uncovered:
        said = tr(
            "{uncovered} of {all} not covered in the week from {day}",
            uncovered=week.uncovered,
            all=week.covered + week.uncovered,
            day=starts,
        )
    else:
        said = tr("Everything is covered in the week from {day}", day=starts)
    return Line(said, "deployment")


def _team(team: Team) -> Iterator[Line]:
    yield Line(
        count(team.people, "person works here", "people work here")
        if team.everybody
        else count(team.people, "person", "people"),
        "people",
    )
    if team.teaching:
        said = count(team.teaching, "person more is", "people more are")
        words = tr("{people} on a teaching contract, so not counted as LSAs", people=said)
        yield Line(words, "people")
    if team.skills_nobody_has:
        gaps = count(team.skills_nobody_has, "skill nobody has yet", "skills nobody has yet")
        yield Line(gaps, "audit")
    if team.lapsing:
        said = count(team.lapsing, "certificate lapses", "certificates lapse")
        words = tr("{certificates} by {day}", certificates=said, day=uk_date(team.lapse_by))
        if team.within_30:
            words = tr(
                "{certificates}, {number} within 30 days", certificates=words, number=team.within_30
            )
        yield Line(words, "audit", CERTIFICATES)
    if team.lapsed:
        said = count(team.lapsed, "certificate has lapsed", "certificates have lapsed")
        yield Line(said, "audit", CERTIFICATES)
    if team.sign_offs:
        said = count(team.sign_offs, "sign-off for a learner", "sign-offs for learners")
        words = tr("{sign_offs} ended, or to end within 30 days", sign_offs=said)
        yield Line(words, "deployment", SIGN_OFFS)
    if team.to_read:
        said = count(team.to_read, "person has", "people have")
        yield Line(tr("{people} something to read still", people=said), "audit", TO_READ)
    if team.handed_in:
        yield Line(
            count(team.handed_in, "self-assessment handed in", "self-assessments handed in"),
            "appraisal",
        )
    if team.plans_past_a_date:
        said = count(team.plans_past_a_date, "development plan", "development plans")
        yield Line(tr("{plans} past a date that was agreed", plans=said), "development")
