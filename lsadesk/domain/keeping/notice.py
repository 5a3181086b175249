"""The privacy notice: what is kept on people and why, in the college's own words.

Source: UK GDPR, article 13; requirements D, "purpose and privacy text at first use".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.keeping.retention import CountsFrom, RecordKept, readers
from lsadesk.domain.rights import Duty

READER_WORDS = {
    Duty.SELF: "you",
    Duty.LINE_MANAGER: "your line manager",
    Duty.APPRAISER: "your appraiser",
    Duty.DEPLOYER: "whoever plans the week",
    Duty.HEAD: "the head of learning support",
    Duty.ADMINISTRATOR: "the administrator",
}
_OTHERS_WORDS = {
    Duty.SELF: "the person",
    Duty.LINE_MANAGER: "their line manager",
    Duty.APPRAISER: "their appraiser",
    Duty.DEPLOYER: "whoever plans the week",
    Duty.HEAD: "the head of learning support",
    Duty.ADMINISTRATOR: "the administrator",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The text in the college's words, who answers questions, and what is kept.

    *edition* goes up with each change; *since* is None for the text that the program came with.
    In *text*, {college} and {contact} stand for these. *keeps_drafts*: the recovery key opens
    them too; *is_about_drafts*: that is what changed in this edition.
    """

    college: str
    edition: int
    since: date | None
    text: str
    contact: str
    records: tuple[RecordKept, ...]
    keeps_drafts: bool = False
    is_about_drafts: bool = False

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.text.replace("{college}", self.college).replace("{contact}", self.contact)


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One kind of record in the words of the notice: what, why, who sees it, how long."""

    name: str
    why: str
    who: str
    until: str


def drafts_words(*, keeps: bool) -> str:
    """Who opens what somebody has written and not handed in or shared, said to them."""
    locked = (
        "What you have written and not yet handed in or shared is locked to you. Your manager, "
        "the head and the administrator cannot open it."
    )
    if not keeps:
        return (
            f"{locked} The recovery key that the college keeps on paper does not open it either: "
            "if you forget your PIN, it is lost, and nobody can bring it back."
        )
    return (
        f"{locked} The recovery key that the college keeps on paper does open it, so that it is "
        "not lost if you forget your PIN: what you wrote before this, too. Whoever has that paper "
        "and gets at the program could come in as you and read it; your PIN would no longer work "
        "then, and what happened would be written down."
    )


def kept_lines(records: Iterable[RecordKept]) -> tuple[KeptLine, ...]:
    """What staff are told of each kind of record on them.

    Who may see it is read from the table of rights.
    """
    return tuple(
        KeptLine(each.name, each.why, who_sees(each), until_words(each))
        for each in records
        if not each.of_learners
    )


def who_sees(record: RecordKept, words: Mapping[Duty, str] = READER_WORDS) -> str:
    """Those whose duties open *record*, as the person concerned would call them."""
    open_to = readers(record.kinds)
    return listed([said for duty, said in words.items() if duty in open_to])


def until_words(record: RecordKept) -> str:
    """How long *record* is kept, as people say it."""
    return _until(record, "you leave")


def purpose(record: RecordKept) -> str:
    """One line for the top of the record itself: why it is kept, who sees it, until when."""
    who = who_sees(record, _OTHERS_WORDS)
    return f"Kept {record.why}. Open to {who}. Until {_until(record, 'leaving')}."


def _until(record: RecordKept, leaving: str) -> str:
    """When the period of *record* ends; *leaving* is how whoever reads it is spoken to."""
    from_ = leaving if record.counts_from is CountsFrom.LEAVING else "it was written"
    return f"{period_words(record.months)} after {from_}" if record.months else from_


def period_words(months: int) -> str:
    """A period as people say it."""
    if months and months % 12 == 0:
        years = months // 12
        return f"{years} year" if years == 1 else f"{years} years"
    return f"{months} month" if months == 1 else f"{months} months"


def listed(words: list[str]) -> str:
    """Several as a sentence has them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
