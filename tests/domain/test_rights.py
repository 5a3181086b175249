"""Who may do what: the whole table, read by people, asked of the one function that decides."""

from itertools import product

import pytest

from lsadesk.domain.rights import Access, Duty, Kind, Standing, allows, people_open_to
from lsadesk.domain.staff.people import PersonId

CONCERNED, STRANGER = PersonId(1), PersonId(2)

STANDINGS = {
    Duty.SELF: Standing(person=CONCERNED),
    Duty.LINE_MANAGER: Standing(line_manages=frozenset({CONCERNED})),
    Duty.APPRAISER: Standing(appraises=frozenset({CONCERNED})),
    Duty.DEPLOYER: Standing(deploys=frozenset({CONCERNED})),
    Duty.HEAD: Standing(is_head=True),
    Duty.ADMINISTRATOR: Standing(is_administrator=True),
}

# s: see, c: change, e: export, -: nothing. About a person for whom the duty is held.
WANTED = """
                                                    self  line  appr  depl  head  admin
the college's settings                              -     -     -     -     s     sc
accounts                                            -     -     -     -     -     sc
names, teams and job titles                         s     s     s     s     s     s
staff records                                       se    sce   -     s     sce   sce
who looks after whom                                s     s     -     s     sc    sc
skill ratings                                       se    se    sce   s     sce   -
training records                                    se    sce   se    s     sce   -
learners' support needs                             -     -     -     sce   sce   -
the timetable                                       -     -     -     sce   sce   -
the deployment plan                                 se    s     -     sce   sce   -
who is away                                         se    -     -     sce   sce   -
what support was given                              -     -     -     sce   sce   -
when and how people can be deployed                 se    sce   -     sce   sce   -
unshared self-assessments                           sce   -     -     -     -     -
private notes                                       sc    -     -     -     -     -
handed-in self-assessments                          se    s     sce   -     s     -
group interviews                                    -     sce   sce   -     sce   -
appraisals                                          se    sce   sce   -     sce   -
managers' notes                                     -     sc    sc    -     sc    -
development plans                                   sce   sce   sce   -     sce   -
career wishes                                       sce   -     s     -     s     -
training on offer, its rules and documents to read  s     -     -     -     sce   -
the college's training plan                         -     -     -     -     sce   -
what training people ask for                        sce   s     s     -     se    -
what people have read and understood                sc    se    -     -     se    -
everything that is held on a person                 -     -     -     -     se    -
what LSAs are told before their sessions            se    -     -     sce   sce   -
what LSAs tell teachers after their sessions        sce   -     -     sce   sce   -
work placements                                     sce   -     -     sce   sce   -
why people are kept from some work                  s     sc    -     -     sc    -
how people appear on learners' cards                sc    sc    -     e     sce   -
how long records are kept                           -     -     -     -     sc    sc
what is to be erased                                -     -     -     -     sc    sc
requests for what is held                           sc    -     -     -     sc    sc
what people ask to be corrected                     sc    sc    -     -     sc    -
the trail of what happened                          -     -     -     -     -     se
backups                                             -     -     -     -     -     sce
the college's review of its support                 -     -     -     -     sce   -
views given for the college's review                sc    -     -     -     -     -
"""
LETTERS = {"s": Access.READ, "c": Access.CHANGE, "e": Access.EXPORT}
COLLEGE_WIDE = {Duty.HEAD, Duty.ADMINISTRATOR}
DEPLOYERS_OWN = {
    Kind.LEARNER,
    Kind.TIMETABLE,
    Kind.DEPLOYMENT,
    Kind.ABSENCE,
    Kind.DELIVERED,
    Kind.BRIEFING,
    Kind.FEEDBACK,
    Kind.PLACEMENT,
    Kind.ON_CARDS,
}


def wanted():
    """What the table above allows, as (duty, kind, access)."""
    for line in WANTED.strip().splitlines()[1:]:
        *name, own, line_manager, appraiser, deployer, head, administrator = line.split()
        kind = Kind(" ".join(name))
        cells = (own, line_manager, appraiser, deployer, head, administrator)
        for duty, cell in zip(Duty, cells, strict=True):
            yield from ((duty, kind, LETTERS[letter]) for letter in cell if letter != "-")


ALLOWED = frozenset(wanted())
EVERY = list(product(Duty, Kind, Access))


def test_the_table_names_every_kind_of_record():
    assert {kind for _, kind, _ in ALLOWED} == set(Kind)


@pytest.mark.parametrize(("duty", "kind", "access"), EVERY)
def test_a_duty_opens_what_the_table_says_and_nothing_else(duty, kind, access):
    standing = STANDINGS[duty]
    in_table = (duty, kind, access) in ALLOWED
    everywhere = in_table and duty in COLLEGE_WIDE
    assert allows(standing, access, kind, CONCERNED) is in_table
    assert allows(standing, access, kind, STRANGER) is everywhere
    for_all = everywhere or (in_table and duty is Duty.DEPLOYER and kind in DEPLOYERS_OWN)
    for_all = for_all or (in_table and kind is Kind.GROUP_INTERVIEW)  # it is about nobody
    assert allows(standing, access, kind) is for_all


@pytest.mark.parametrize(("kind", "access"), list(product(Kind, Access)))
def test_somebody_without_a_duty_may_do_nothing(kind, access):
    assert not allows(Standing(), access, kind, CONCERNED)
    assert not allows(Standing(), access, kind)


def test_duties_add_up():
    both = Standing(person=STRANGER, line_manages=frozenset({CONCERNED}), is_head=True)
    assert both.duties() == {Duty.SELF, Duty.LINE_MANAGER, Duty.HEAD}
    assert both.duties_for(CONCERNED) == {Duty.LINE_MANAGER, Duty.HEAD}
    assert both.duties_for(STRANGER) == {Duty.SELF, Duty.HEAD}


def test_a_head_is_open_to_everybodys_records_and_a_manager_to_their_own_peoples():
    everybody = frozenset({CONCERNED, STRANGER})
    head, manager = STANDINGS[Duty.HEAD], STANDINGS[Duty.LINE_MANAGER]
    assert people_open_to(head, Access.READ, Kind.PERSON, everybody) == everybody
    assert people_open_to(manager, Access.READ, Kind.PERSON, everybody) == {CONCERNED}
    assert people_open_to(manager, Access.READ, Kind.CAREER, everybody) == frozenset()


def test_nobody_appraises_themselves_or_reads_what_was_noted_about_them_whatever_else_they_are():
    own = Standing(
        person=CONCERNED,
        line_manages=frozenset({CONCERNED}),
        appraises=frozenset({CONCERNED}),
        is_head=True,
    )
    assert allows(own, Access.READ, Kind.APPRAISAL, CONCERNED)
    assert not allows(own, Access.CHANGE, Kind.APPRAISAL, CONCERNED)
    assert not allows(own, Access.READ, Kind.MANAGER_NOTE, CONCERNED)
    assert allows(own, Access.READ, Kind.MANAGER_NOTE, STRANGER)
