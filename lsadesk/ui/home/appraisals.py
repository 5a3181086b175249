"""What the home page says of appraisals: one's own first, then those one holds."""

from collections.abc import Iterator

from lsadesk.domain.appraisals.appraisal import Stage
from lsadesk.operations.appraisals.waiting import AppraisalsWaiting
from lsadesk.ui.words import count, tr


def appraisal_words(found: AppraisalsWaiting) -> Iterator[str]:
    """A sentence for each thing that waits; none where nothing does."""
    if found.own_to_sign:
        yield tr("My appraisal is agreed and waits for my signature")
    elif found.own is not None and found.own.stage is Stage.READY:
        yield tr("My appraisal: {name} and I are ready to meet", name=found.appraiser)
    elif (
        found.own is not None
        and found.own.stage is Stage.RATING
        and found.own.self_in_at is None
        and found.own.ratings_in_at is not None
    ):
        yield tr("My appraisal: {name} has handed in and waits for me", name=found.appraiser)
    for number, words in (
        (found.ready, (tr("person is ready to meet me"), tr("people are ready to meet me"))),
        (found.to_rate, (tr("person for me to rate alone"), tr("people for me to rate alone"))),
        (found.to_sign, (tr("appraisal is to be signed"), tr("appraisals are to be signed"))),
        (found.due, (tr("appraisal is due"), tr("appraisals are due"))),
    ):
        if number:
            yield count(number, *words)
