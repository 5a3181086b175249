"""How an audit workbook that was edited comes back."""

from lsadesk.domain.auditing.audit_back import BroughtAudit
from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.operations.auditing import audit_back
from lsadesk.operations.auditing.audit_back import Review
from lsadesk.ui.taking.bringing_back import WayBack, since_words
from lsadesk.ui.taking.differences import Kind
from lsadesk.ui.words import count, tr


def _kind_of(review: Review) -> Kind:
    return Kind(
        row=tr("Person"),
        column=tr("Skill"),
        words=lambda code: tr(SPOKEN[code]).capitalize(),
        since=since_words(review.written_at),
    )


def _took(number: int) -> str:
    ratings = count(number, "rating was", "ratings were")
    return tr("{ratings} taken in from the workbook.", ratings=ratings)


AUDIT_BACK: WayBack[BroughtAudit, Review] = WayBack(
    read=audit_back.read_back,
    review=audit_back.review,
    kind_of=_kind_of,
    take=lambda desk, review, chosen, _why: audit_back.take(desk, review, chosen),
    took=_took,
)
