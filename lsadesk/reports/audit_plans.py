"""The sheets of an audit workbook on what is needed, planned and asked for."""

from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.audit_sheet import AskedFor, AuditSheet, Balance, PlannedTraining
from lsadesk.domain.auditing.day_needs import DayNeed
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.calendar import Week, clock
from lsadesk.domain.staff.people import PersonId
from lsadesk.reports.audit_lists import TABLE_ROW, finish
from lsadesk.reports.sheets import Value, put, put_table, put_title

Names = Mapping[PersonId, str]
_NAMED = 25  # names in one cell, which would else grow beyond a page


def write_days(sheet: Worksheet, audit: AuditSheet) -> None:
    """What each day of the coming week asks for, beside who is at work then and has it."""
    note = (
        "Counted at the tightest moment of each day: places that ask for it, and people at work "
        "then who have it, whatever else they are to do. Not known is not no: ask them."
    )
    put_title(sheet, "Needs by day", note)
    columns = [("Day", 18.0), ("What is asked", 34.0), ("Kind", 12.0), ("Weight", 10.0)]
    columns += [("Places that day", 9.0), ("Tightest at", 9.0), ("Asked at once", 9.0)]
    columns += [("At work and able", 9.0), ("Short by", 10.0), ("Not known of", 9.0)]
    columns += [("Able and in that day", 60.0)]
    names = _names(audit)
    records = [_day_cells(each, names) for each in audit.days or ()]
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))
    if not records:
        put(sheet, TABLE_ROW + 1, 1, "No session asks for anything yet.")


def _day_cells(each: DayNeed, names: Names) -> tuple[Value, ...]:
    need = each.need
    day = each.day.name.title()
    return (
        day if each.week is Week.BOTH else f"{day}, week {each.week.value}",
        f"{need.name}, {need.level} {LEVEL_WORDS[need.level]}" if need.skill else _unnamed(each),
        need.asks.value,
        "needed" if need.must else "helps",
        each.places,
        clock(each.moment),
        each.at_once,
        each.there,
        f"\u25b2 {each.short}" if each.short else "\u2713",
        len(each.not_known),
        _listed(each.able, names),
    )


def _unnamed(each: DayNeed) -> str:
    """What is asked; a task stands without the learner, who is no part of a staff audit."""
    sign_off = each.need.sign_off
    return each.need.name if sign_off is None else f"{sign_off.task}, for one learner"


def write_roles(sheet: Worksheet, audit: AuditSheet) -> None:
    """What roles of the career map ask, beside the people who hold them."""
    note = (
        "A map, not a test: nobody fails a role. A statement tied to a skill counts as the matrix "
        "shows it; of the others counts what people handed in."
    )
    put_title(sheet, "What roles ask", note)
    columns = [("Role", 26.0), ("What it asks", 60.0), ("At level", 20.0), ("There", 9.0)]
    columns += [("Not yet", 9.0), ("Not known", 9.0), ("Who not yet", 36.0)]
    columns += [("Of whom not known", 36.0), ("Skill in the matrix", 24.0)]
    names = _names(audit)
    records = [_role_cells(each, names) for each in audit.roles or ()]
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _role_cells(each: RoleNeed, names: Names) -> tuple[Value, ...]:
    return (
        each.role,
        each.asks,
        f"{each.level} {LEVEL_WORDS[each.level]}",
        len(each.has),
        len(each.not_yet),
        len(each.not_known),
        _listed(each.not_yet, names),
        _listed(each.not_known, names),
        "" if each.skill is None else each.skill.name,
    )


def _names(audit: AuditSheet) -> Names:
    return {person.id: person.sort_name for person in audit.matrix.people}


def _listed(people: tuple[PersonId, ...], names: Names) -> str:
    known = [names[person] for person in people if person in names]
    more = [f"and {len(known) - _NAMED} more"] if len(known) > _NAMED else []
    return "; ".join([*known[:_NAMED], *more])


def write_training(sheet: Worksheet, audit: AuditSheet) -> None:
    """Who does which training, why and when, with what it costs."""
    note = "Places in the training plan, by person; where a date is empty, none is chosen yet."
    put_title(sheet, "Training plan", note)
    columns = [("Name", 26.0), ("Team", 24.0), ("Training", 34.0), ("For", 26.0), ("Why", 50.0)]
    columns += [("Kind", 13.0), ("Way", 16.0), ("Provider", 22.0), ("On", 13.0)]
    columns += [
        ("Cost, \u00a3", 10.0),
        ("For the group, \u00a3", 11.0),
        ("Who pays", 16.0),
        ("Hours off timetable", 11.0),
    ]
    columns += [("Cover that day", 30.0), ("In their plan", 10.0)]
    records = (_training_cells(each) for each in audit.training or ())
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _training_cells(planned: PlannedTraining) -> tuple[Value, ...]:
    option, line = planned.option, planned.line
    return (
        planned.who,
        planned.team,
        option.name,
        planned.skill,
        line.why,
        "compliance" if option.compliance else "specialist",
        option.mode.value,
        option.provider,
        line.on,
        option.cost_pence / 100,
        option.group_pence / 100 or None,
        option.funder.value,
        round(option.release_minutes / 60, 2),
        line.cover,
        "not yet" if line.action is None else "yes",
    )


def write_balance(sheet: Worksheet, audit: AuditSheet) -> None:
    """Hours of training that the law or the college asks for, and of the rest, by person (A48)."""
    note = (
        "Hours off timetable by person: in the training plan, and in their own plan what was "
        "done this college year or is still to do. Compliance is what the law or the college "
        "asks for; the rest is what makes specialists."
    )
    put_title(sheet, "Training balance", note)
    columns = [("Name", 26.0), ("Team", 24.0), ("Compliance, hours", 14.0)]
    columns += [("Specialist, hours", 14.0), ("Together, hours", 14.0)]
    everybody = Balance(
        "Everyone listed",
        "",
        sum(each.compliance_minutes for each in audit.balance),
        sum(each.specialist_minutes for each in audit.balance),
    )
    records = (_balance_cells(each) for each in (*audit.balance, everybody))
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _balance_cells(each: Balance) -> tuple[Value, ...]:
    minutes = each.compliance_minutes, each.specialist_minutes
    return each.who, each.team, *(round(one / 60, 2) for one in (*minutes, sum(minutes)))


def write_asked(sheet: Worksheet, audit: AuditSheet) -> None:
    """What people say would help them, next to what is offered and planned (A46)."""
    note = "In people's own words; where nothing is offered yet, that is what to look for."
    put_title(sheet, "Training asked for", note)
    columns = [("Name", 26.0), ("Team", 24.0), ("What would help", 50.0), ("Skill", 26.0)]
    columns += [("Said on", 13.0), ("On offer", 40.0), ("In the training plan", 40.0)]
    records = [_asked_cells(each) for each in audit.asked or ()]
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))
    if not records:
        put(sheet, TABLE_ROW + 1, 1, "Nobody has asked for anything yet.")


def _asked_cells(each: AskedFor) -> tuple[Value, ...]:
    return (
        each.who,
        each.team,
        each.wish.words,
        each.skill,
        each.wish.said_on,
        "; ".join(each.offered),
        "; ".join(each.planned),
    )
