"""The privacy notice's text in the college's words, and who has read which edition."""

from datetime import date

from lsadesk.domain.rights import AccountId
from lsadesk.domain.staff.people import PersonId
from lsadesk.paths import RESOURCES
from lsadesk.store.rows import ReadNoticeRow
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.work import Reading, Work

_KEY = "privacy notice"
ASK = "Ask the head of learning support or the administrator of this program about it."


def shipped() -> str:
    """The text that the program comes with; {college} and {contact} stand for theirs."""
    return (RESOURCES / "keeping" / "notice.md").read_text(encoding="utf-8")


def kept(reading: Reading) -> tuple[int, date | None, str, str]:
    """Edition, its day, its text and who is to be asked; the shipped one is edition 1."""
    own = setting(reading, _KEY)
    if own is None:
        return 1, None, shipped(), ASK
    text, contact = own["text"] or shipped(), own["contact"] or ASK
    return own["edition"], date.fromisoformat(own["since"]), text, contact


def is_about_drafts(reading: Reading) -> bool:
    """Whether this edition came because of who opens drafts, not because of the text."""
    return bool(setting(reading, _KEY, {}).get("drafts"))


def tell_of_drafts(work: Work) -> None:
    """Have everybody shown the notice again, with its text as it is."""
    own = setting(work, _KEY, {"edition": 1, "text": None, "contact": None})
    own |= {"edition": own["edition"] + 1, "since": work.today.isoformat(), "drafts": True}
    set_setting(work, _KEY, own)


def set_notice(work: Work, text: str, contact: str) -> None:
    """Keep a text as the next edition; the same text stays the edition it is."""
    edition, _, before, asked = kept(work)
    if (text, contact) == (before, asked):
        return
    own = {
        "edition": edition + 1,
        "since": work.today.isoformat(),
        "text": text,
        "contact": contact,
    }
    set_setting(work, _KEY, own)


def has_read(reading: Reading, account: AccountId, edition: int) -> bool:
    """Whether the account has said that it was read."""
    return reading.session.get(ReadNoticeRow, (account, edition)) is not None


def note_read(work: Work, account: AccountId, edition: int, person: PersonId | None) -> None:
    """Note that it was, at this moment."""
    work.session.add(
        ReadNoticeRow(account_id=account, edition=edition, person_id=person, read_at=work.now)
    )
