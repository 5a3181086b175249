"""How long records are kept, erasing, requests, corrections and the privacy notice."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.keeping.requests import Asks
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.on_cards import JPEG, OnCards, Portrait
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.keeping import erasing, notice, requests, retention
from lsadesk.operations.staff import health, on_cards
from lsadesk.store.staff import health as rows
from lsadesk.store.staff import on_cards as card_rows
from tests.operations.duty_operations.kinds import About, Anybody, Own, Whole
from tests.operations.duty_world import MARKS


def _same_period(desk):
    first = retention.periods(desk)[0]
    return retention.set_period(desk, replace(first, because=first.because))


def _erase(desk, person):
    """Nobody is erased: whoever works here is not, and says so only to whom it is open."""
    try:
        return erasing.erase(desk, person, "Asked for")
    except NotAllowed:
        raise
    except UserError as error:
        return str(error)


def _request(world, person):
    """A request of that person that nobody has answered."""
    requests.ask_for_all(world.owner, person, world.owner.today)
    return requests.asked(world.owner).requests[0]


def _remark(world, person):
    """A remark of that person that nobody has answered."""
    requests.say(world.owner, person, "staff", Asks.CORRECT, MARKS[Kind.REMARK])
    return requests.asked(world.owner).remarks[0]


def _unless_own(desk, person, call, asked, words):
    """Of oneself it is refused for a reason of its own, which is asked elsewhere."""
    return None if desk.person == person else call(desk, asked, words)


def _set_health(desk, person):
    with desk.store.read() as reading:
        before = rows.note(reading, person)
    return health.set_health_note(desk, person, replace(before, text=MARKS[Kind.HEALTH]))


def _on_cards(world, person) -> OnCards:
    """What is kept of that person now, whoever asks next."""
    with world.owner.store.read() as reading:
        return card_rows.of(reading, person)


OPERATIONS = {
    "on_cards.on_cards": About(READ, Kind.ON_CARDS, lambda d, w, p: on_cards.on_cards(d, p)),
    "on_cards.set_called": About(
        CHANGE, Kind.ON_CARDS, lambda d, w, p: on_cards.set_called(d, p, _on_cards(w, p), "Ash")
    ),
    "on_cards.set_photo": About(
        CHANGE,
        Kind.ON_CARDS,
        lambda d, w, p: on_cards.set_photo(
            d, p, _on_cards(w, p), Portrait(JPEG), agreed_how="Said so on 3 Nov"
        ),
    ),
    "on_cards.take_photo_back": About(
        CHANGE, Kind.ON_CARDS, lambda d, w, p: on_cards.take_photo_back(d, p, _on_cards(w, p))
    ),
    "health.health_note": About(READ, Kind.HEALTH, lambda d, w, p: health.health_note(d, p)),
    "health.set_health_note": About(CHANGE, Kind.HEALTH, lambda d, w, p: _set_health(d, p)),
    "retention.periods": Anybody(lambda d, w, p: retention.periods(d), needs_duty=False),
    "retention.set_period": Whole(CHANGE, Kind.RETENTION, lambda d, w, p: _same_period(d)),
    "retention.for_review": Whole(READ, Kind.ERASURE, lambda d, w, p: retention.for_review(d)),
    "retention.keep_longer": About(
        CHANGE,
        Kind.ERASURE,
        lambda d, w, p: retention.keep_longer(d, {p: ["staff"]}, date(2030, 1, 1), "A claim"),
    ),
    "erasing.plan": About(READ, Kind.ERASURE, lambda d, w, p: erasing.plan(d, p)),
    "erasing.erase": About(CHANGE, Kind.ERASURE, lambda d, w, p: _erase(d, p)),
    "notice.notice": Anybody(lambda d, w, p: notice.notice(d), needs_duty=False),
    "notice.unread": Anybody(lambda d, w, p: notice.unread(d), needs_duty=False),
    "notice.have_read": Anybody(lambda d, w, p: notice.have_read(d, 1), needs_duty=False),
    "notice.readers_if_open": Anybody(lambda d, w, p: notice.readers_if_open(d), needs_duty=False),
    "notice.set_notice": Whole(
        CHANGE, Kind.COLLEGE, lambda d, w, p: notice.set_notice(d, notice.notice(d).text, "Ask")
    ),
    "requests.asked": Anybody(lambda d, w, p: requests.asked(d), needs_duty=False),
    "requests.asked_by_me": Own(lambda d, w, p: requests.asked_by_me(d), refuses=False),
    "requests.ask_for_all": About(
        CHANGE, Kind.ACCESS_REQUEST, lambda d, w, p: requests.ask_for_all(d, p, d.today)
    ),
    "requests.take_longer": About(
        CHANGE,
        Kind.ACCESS_REQUEST,
        lambda d, w, p: _unless_own(d, p, requests.take_longer, _request(w, p), "It is complex"),
    ),
    "requests.note_answered": About(
        EXPORT, Kind.HELD, lambda d, w, p: requests.note_answered(d, _request(w, p), "All of it")
    ),
    "requests.say": About(
        CHANGE,
        Kind.REMARK,
        lambda d, w, p: requests.say(d, p, "staff", Asks.CORRECT, MARKS[Kind.REMARK]),
    ),
    "requests.answer": About(
        CHANGE,
        Kind.REMARK,
        lambda d, w, p: _unless_own(d, p, requests.answer, _remark(w, p), "Corrected"),
    ),
    "erasing.settle": Anybody(lambda d, w, p: erasing.settle(d), needs_duty=False),
    "erasing.certificates": Whole(READ, Kind.ERASURE, lambda d, w, p: erasing.certificates(d)),
}
