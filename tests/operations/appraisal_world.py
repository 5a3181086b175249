"""Asha, her appraiser Pat, and an appraisal of hers at any stage."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from lsadesk.domain.appraisals.appraisal import (
    AppraisalId,
    AppraiserRating,
    PromptAnswer,
    Settled,
    Waiver,
    not_settled,
)
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.operations.appraisals import appraisal, appraising, assessment, meetings, signing
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
DAY = date(2026, 11, 24)
SECRETS = {"asha": "asha's own secret", "pat": "pat's own secret"}
GOALS = StatementId("own-goals")
START = StatementId("first-step")
CHECKS = StatementId("own-checks")


@dataclass
class Two:
    """Two people at one college, with their desks; *owner* is the head."""

    owner: Desk
    asha: PersonId
    pat: PersonId
    clock: Callable[[], datetime]
    opened: list[Desk] = field(default_factory=list)

    def sit_down(self, login: str) -> Desk:
        """The desk of *login*, signed in anew."""
        desk = college.unlock(self.owner.folder, login, SECRETS[login], clock=self.clock)
        self.opened.append(desk)
        return desk

    def rate(self, pats: Desk, **levels: int) -> AppraisalId:
        """An appraisal in which Pat has rated those statements and handed in."""
        begun = appraisal.begin(pats, self.asha, cycle=DAY).result
        for name, level in levels.items():
            statement = StatementId(name.replace("_", "-"))
            rating = AppraiserRating(statement=statement, value=Level(level))
            appraisal.keep_rating(pats, begun, rating)
        appraisal.mark_rest(pats, begun)
        appraisal.hand_in(pats, begun)
        return begun

    def close(self) -> None:
        """Everybody gets up."""
        for desk in self.opened:
            desk.close()


def two(owner: Desk, clock: Callable[[], datetime] = lambda: NOW) -> Two:
    """A college with Asha, whom Pat appraises; both can sign in."""
    asha = people.add_person(owner, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(owner, PersonDetails(forename="Pat", surname="Ellery"))
    people.set_link(owner, asha.result, Link.APPRAISER, pat.result)
    for login, person in (("asha", asha.result), ("pat", pat.result)):
        accounts.add_account(owner, login, SECRETS[login], person=person, is_own=True)
    return Two(owner, asha.result, pat.result, clock)


def say(desk: Desk, **levels: int) -> None:
    """Asha answers those statements and hands in."""
    for name, level in levels.items():
        statement = StatementId(name.replace("_", "-"))
        assessment.keep_answer(desk, Answer(statement=statement, value=Level(level)))
    assessment.hand_in(desk)


def talk_through(pats: Desk, found: AppraisalId) -> None:
    """Settle, answer and waive all that a meeting asks for."""
    held = meetings.meeting(pats, found)
    for line in not_settled(held.lines):
        settled = Settled(statement=line.statement.id, agreed=line.theirs.value)
        appraising.settle(pats, found, settled)
    for prompt in held.prompts:
        appraising.answer_prompt(pats, found, PromptAnswer(prompt=prompt.id))
    for outcome in meetings.meeting(pats, found).open_outcomes:
        waiver = Waiver(
            statement=outcome.statement.id, reason=outcome.reason, because="Not this year."
        )
        appraising.waive(pats, found, waiver)


def sign_both(pats: Desk, found: AppraisalId) -> None:
    """Both sign what is written."""
    record = signing.record(pats, found)
    signing.sign(pats, found, Side.PERSON, SECRETS["asha"], mark=record.mark)
    signing.sign(pats, found, Side.APPRAISER, SECRETS["pat"], mark=record.mark)
