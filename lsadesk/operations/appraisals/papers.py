"""Self-assessments and appraisal records to take away as PDF, one or a whole team's."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import given_to
from lsadesk.domain.appraisals.appraisal import AppraisalId
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.domain.appraisals.assessment import Assessment, questions_for
from lsadesk.domain.appraisals.assessment_sheet import AssessmentSheet
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import Framework
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.rights import EXPORT, Kind, people_open_to
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import assessment as answers
from lsadesk.operations.appraisals import signing
from lsadesk.operations.appraisals.keying_in import keyed_in_words
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import FileToWrite
from lsadesk.store import accounts
from lsadesk.store.appraisals import appraisal as appraisals
from lsadesk.store.careers import layer
from lsadesk.store.staff import people, specialisms
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

NOT_OPENED = (
    "There is no self-assessment to save yet. What somebody handed in can be read from the "
    "appraisal meeting on, and not before."
)


def save_assessment(desk: Desk, who: PersonId, path: Path) -> Done[None]:
    """Write the self-assessment of *who* as PDF; my own also while it is a draft.

    Raises:
        UserError: there is none yet, or it has not been opened for the meeting.
    """
    with desk.reading(Kind.ASSESSMENT, who, EXPORT) as reading:
        framework = layer.library_of(reading).framework
        person = people.get(reading, who)
    found = _assessment(desk, person)
    if found is None:
        raise UserError(NOT_OPENED)
    with desk.store.read() as reading:
        paper = _assessment_paper(desk, reading, framework, person, found)
    paper.write(path)
    desk.note(Entry("exported self-assessment", Kind.ASSESSMENT, who))
    return Done(None, NOTHING)


def save_record(desk: Desk, appraisal: AppraisalId, path: Path) -> Done[None]:
    """Write the record of an appraisal as PDF, signed or marked as still to be signed.

    Raises:
        UserError: the meeting is not over, so there is no record.
    """
    with desk.store.read() as reading:
        found = appraisals.get(reading, appraisal)
        desk.require(reading, EXPORT, Kind.APPRAISAL, found.person)
    paper = _record_paper(desk, appraisal)
    if paper is None:
        raise UserError("There is no record yet. It is written when the meeting is finished.")
    paper.write(path)
    desk.note(Entry("exported appraisal record", Kind.APPRAISAL, found.person))
    return Done(None, NOTHING)


def take_assessments(
    desk: Desk, only: Collection[PersonId] | None = None
) -> Done[list[FileToWrite]]:
    """The self-assessments of everybody at work whose I may export, to be written as files.

    *only* leaves out the others. They are on the trail as taken away before the first is
    written. Those that were not opened for a meeting yet are left out.

    Raises:
        NotAllowed: there is nobody whose I may export.
    """
    with desk.store.read() as reading:
        staff = _staff(desk, reading, Kind.ASSESSMENT, only)
        framework = layer.library_of(reading).framework
    papers = []
    for person in staff:
        found = _assessment(desk, person)
        if found is not None:
            with desk.store.read() as reading:
                papers.append(_assessment_paper(desk, reading, framework, person, found))
    return _taken(desk, papers, Kind.ASSESSMENT, "self-assessment")


def take_records(desk: Desk, only: Collection[PersonId] | None = None) -> Done[list[FileToWrite]]:
    """The newest appraisal records of everybody at work whose I may export; *only* of these.

    Where another is under way, or one was opened again, it is the record before that. They are
    on the trail as taken away before the first is written.

    Raises:
        NotAllowed: there is nobody whose I may export.
    """
    with desk.store.read() as reading:
        staff = _staff(desk, reading, Kind.APPRAISAL, only)
        newest = appraisals.newest_agreed(reading, [person.id for person in staff])
    papers = [_record_paper(desk, found) for found in newest]
    return _taken(desk, [each for each in papers if each], Kind.APPRAISAL, "appraisal record")


def _staff(
    desk: Desk, reading: Reading, kind: Kind, only: Collection[PersonId] | None
) -> list[Person]:
    standing = accounts.standing_of(reading, desk.account)
    staff = [person for person in people.everybody(reading) if person.works_on(desk.today)]
    visible = people_open_to(standing, EXPORT, kind, frozenset(person.id for person in staff))
    if not visible:
        raise NotAllowed("There is nobody whose papers you may export.")
    wanted = visible if only is None else visible.intersection(only)
    return [person for person in staff if person.id in wanted]


def _taken(desk: Desk, papers: list[FileToWrite], kind: Kind, what: str) -> Done[list[FileToWrite]]:
    if papers:
        desk.note(Entry(f"exported {what}s", kind, detail=str(len(papers))))
    return Done(papers, NOTHING)


def _assessment(desk: Desk, person: Person) -> Assessment | None:
    """My own as it stands; of others what was opened for the meeting."""
    if desk.person != person.id:
        return answers.handed_in(desk, person.id)
    sheet = answers.my_sheet(desk)
    found = None if sheet is None else sheet.assessment
    return found if found is not None and (found.answers or found.words) else None


def _assessment_paper(
    desk: Desk, reading: Reading, framework: Framework, person: Person, found: Assessment
) -> FileToWrite:
    from lsadesk.reports.assessment_pdf import write_assessment

    named = role_of(framework, person)
    role = None if named is None else framework.roles[named]
    asked = questions_for(framework, role, specialisms.standards_of(reading, person.id))
    parts = [
        (part, [(one, given_to(one, found)) for one in asked if one.part == part.id])
        for part in framework.parts
    ]
    handed = found.handed_in_at
    sheet = AssessmentSheet(
        college=desk.college,
        name=person.name,
        role=role.name if role else person.title,
        day=desk.today,
        parts=[(part, pairs) for part, pairs in parts if pairs],
        handed_in_on=None if handed is None else handed.astimezone().date(),
        typed_in=keyed_in_words(desk, reading, person.id) if handed else "",
    )
    return FileToWrite(f"Self-assessment, {person.name}", partial(write_assessment, sheet))


def _record_paper(desk: Desk, appraisal: AppraisalId) -> FileToWrite | None:
    """The record of an appraisal; None while its meeting is not over."""
    from lsadesk.reports.appraisal_pdf import RecordSheet, write_record

    record = signing.record(desk, appraisal)
    if record is None:
        return None
    with desk.store.read() as reading:
        found = appraisals.get(reading, appraisal)
        person = people.get(reading, found.person)
        appraiser = people.get(reading, found.appraiser)
    sheet = RecordSheet(
        college=desk.college,
        names={Side.PERSON: person.name, Side.APPRAISER: appraiser.name},
        record=record,
    )
    return FileToWrite(f"Appraisal, {person.name}", partial(write_record, sheet))
