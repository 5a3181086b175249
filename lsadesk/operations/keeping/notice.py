"""The privacy notice: shown at the first use of each account, kept in editions."""

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.keeping.notice import Notice
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.keeping import notice as rows
from lsadesk.store.keeping import retention
from lsadesk.store.sealing import vault
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


def notice(desk: Desk) -> Notice:
    """The notice as it stands; everybody may read it at any time."""
    with desk.store.read() as reading:
        return _notice(desk, reading)


def unread(desk: Desk) -> Notice | None:
    """The notice, where this account has not said that it was read in this edition."""
    with desk.store.read() as reading:
        found = _notice(desk, reading)
        return None if rows.has_read(reading, desk.account, found.edition) else found


def have_read(desk: Desk, edition: int) -> Done[None]:
    """Note that whoever is signed in has read that edition, and when."""
    with desk.store.begin() as work:
        person = accounts.standing_of(work, desk.account).person
        if not rows.has_read(work, desk.account, edition):
            rows.note_read(work, desk.account, edition, person)
        return desk.keep(
            work,
            None,
            "Read the privacy notice",
            Entry("read the privacy notice", Kind.ACCOUNT, desk.account, f"edition {edition}"),
            undo=False,
        )


def set_notice(desk: Desk, text: str, contact: str) -> Done[Notice]:
    """Keep the college's own text as the next edition; everybody is shown it once.

    Raises:
        UserError: there is no text, or nobody to ask.
    """
    if not text.strip() or not contact.strip():
        raise UserError("The notice needs a text, and somebody whom people can ask about it.")
    with desk.writing(Kind.COLLEGE) as work:
        rows.set_notice(work, text.strip(), contact.strip())
        return desk.keep(
            work,
            _notice(desk, work),
            "Changed the privacy notice",
            Entry("changed the privacy notice", Kind.COLLEGE),
            Subject.COLLEGE,
        )


def readers_if_open(desk: Desk) -> tuple[int, int] | None:
    """How many of the accounts in use have read the edition that stands, and how many there are.

    None for whoever may not change it.
    """
    with desk.store.read() as reading:
        if not allows(accounts.standing_of(reading, desk.account), CHANGE, Kind.COLLEGE):
            return None
        found = _notice(desk, reading)
        open_ = [each for each in accounts.all_accounts(reading) if not each.has_ended(desk.today)]
        read = sum(rows.has_read(reading, each.id, found.edition) for each in open_)
        return read, len(open_)


def _notice(desk: Desk, reading: Reading) -> Notice:
    edition, since, text, contact = rows.kept(reading)
    return Notice(
        college=desk.college,
        edition=edition,
        since=since,
        text=text,
        contact=contact,
        records=retention.records(reading),
        keeps_drafts=vault.read(desk.folder).recovery.keeps_private,
        is_about_drafts=rows.is_about_drafts(reading),
    )
