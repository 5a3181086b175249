"""Other ways to answer: forms, packets, and typing in for people without an account."""

from lsadesk.domain.appraisals.answer_forms import Origin
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import Statement
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import answer_forms, answers_here, assessment, keying_in
from lsadesk.operations.desk import Desk, own_person
from tests.operations.duty_operations.kinds import About, Anybody, Own, read
from tests.operations.duty_world import World

PASSPHRASE = "river ladder button"


def _key_in(desk: Desk, world: World, who: PersonId) -> object:
    questions = keying_in.form_of(desk, who).questions
    first = next(one.id for one in questions if isinstance(one, Statement))
    answer = Answer(statement=first, value=Level(2))
    try:
        return keying_in.key_in(desk, who, [answer], Origin.PAPER)
    except UserError as refusal:
        if str(refusal) != keying_in.HAS_ACCOUNT:  # who can sign in answers for themselves
            raise
        return None


def _with_code(desk: Desk) -> object:
    try:
        return keying_in.with_code(desk, "ABCD-EFGH")
    except NotAllowed:
        raise
    except UserError as refusal:
        return str(refusal)


def _packet(desk: Desk, world: World) -> object:
    if desk.person is not None:
        sheet = assessment.my_sheet(desk)
        assert sheet is not None
        answer = Answer(statement=sheet.statements[0].id, value=Level(1))
        assessment.keep_answer(desk, answer)
    return answer_forms.take_packet(desk, world.path("mine.lsapacket"), PASSPHRASE)


def _give_packet(desk: Desk, world: World, who: PersonId) -> object:
    try:
        return answer_forms.give_packet(desk, who, world.path("theirs.lsapacket"), PASSPHRASE)
    except UserError as refusal:
        if str(refusal) != keying_in.HAS_ACCOUNT:
            raise
        return None


def _read_own(desk: Desk, world: World) -> answer_forms.Preview:
    _packet(desk, world)
    return answer_forms.read_packet(desk, world.path("mine.lsapacket"), PASSPHRASE)


def _read_excel(desk: Desk, world: World) -> object:
    path = world.path("mine.xlsx")
    answer_forms.excel_form(desk, own_person(desk), path)
    return answer_forms.read_excel(desk, path)


OPERATIONS = {
    "answer_forms.paper_form": About(
        EXPORT,
        Kind.ASSESSMENT,
        lambda d, w, p: answer_forms.paper_form(d, p, w.path("form.pdf")),
    ),
    "answer_forms.excel_form": About(
        EXPORT,
        Kind.ASSESSMENT,
        lambda d, w, p: answer_forms.excel_form(d, p, w.path("form.xlsx")),
    ),
    "answer_forms.read_excel": Own(lambda d, w, p: _read_excel(d, w)),
    "answer_forms.take_packet": Own(lambda d, w, p: _packet(d, w)),
    "answer_forms.give_packet": About(EXPORT, Kind.ASSESSMENT, _give_packet),
    "answer_forms.read_packet": Own(lambda d, w, p: _read_own(d, w)),
    "answer_forms.take_in": Own(lambda d, w, p: answer_forms.take_in(d, _read_own(d, w), ())),
    "answers_here.here_of": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: read(d, answers_here.here_of, p)
    ),
    "keying_in.for_others": Anybody(lambda d, w, p: keying_in.for_others(d), needs_duty=False),
    "keying_in.with_code": Anybody(lambda d, w, p: _with_code(d), needs_duty=False),
    "keying_in.form_of": About(READ, Kind.ASSESSMENT, lambda d, w, p: keying_in.form_of(d, p)),
    "keying_in.key_in": About(CHANGE, Kind.ASSESSMENT, _key_in),
    "keying_in.keyed_in_words": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: read(d, keying_in.keyed_in_words, p)
    ),
}
