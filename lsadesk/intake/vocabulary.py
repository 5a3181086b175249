"""The words that colleges head their columns with, for each kind of sheet."""

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field
from lsadesk.intake.parsing.words import key

PERSON: dict[Field, str] = {
    Field.SURNAME: "surname, last name, family name, lastname, second name, cyfenw, sur name, "
    "staff surname, name surname, surname name, last",
    Field.FORENAME: "forename, first name, firstname, given name, forenames, "
    "forename 1, first name 1, legal forename, christian name, "
    "enw cyntaf, first names, staff forename, given names, first",
    Field.KNOWN_AS: "known as, preferred name, preferred forename, preferred first name, "
    "likes to be called, goes by, called, nickname, adwaenir fel",
    Field.FULL_NAME: "name, full name, staff name, staff member, employee, employee name, "
    "member of staff, lsa, lsa name, person, who, staff, name of staff, enw, enw llawn, "
    "colleague, team member, assistant, name of lsa, support worker, support assistant, "
    "your name, full name of employee, respondent, your full name, tsa, ta name, worker, "
    "attendee, delegate, enw staff, attendees, delegates, participant, participants, attended by, "
    "staff attending, staff attended, who attended, names of staff, names, post holder, "
    "postholder, current post holder, name of post holder",
    Field.PAYROLL: "payroll no, payroll number, payroll, payroll id, staff id, staff no, "
    "staff number, employee no, employee number, employee id, emp no, emp id, id, pay no, "
    "personnel number, personnel no, hr number, hr id, staff code, staff ref, person id, "
    "assignment number, rhif cyflogres, rhif staff, clock no, pay ref, works number, hr ref, "
    "ref no, ref, staff reference, employee ref, employee reference, payroll ref, rhif, "
    "rhif gweithiwr",
}
_STAFF: dict[Field, str] = {
    **PERSON,
    Field.TITLE: "job title, role, post, post title, position, job, title of post, job role, "
    "swydd, teitl swydd, rol, position title, occupation, designation, staff role, "
    "job description, post held, job profile, business title, working title",
    Field.LEVEL: "grade level, level, grade, lsa level, post level, lefel, gradd, job level, "
    "lsa grade, pay grade, band, scale point level",
    Field.TEAM: "team, department, dept, area, curriculum area, section, faculty, tim, tîm, pod, "
    "team name, hub, unit, work area, adran, base team, zone, cohort team, support team, "
    "directorate, division, service area, service, school, provision, cost centre, org unit, "
    "organisation unit, organisational unit, business unit",
    Field.LINE_MANAGER: "line mgr, line manager, manager, reports to, supervisor, managed by, "
    "team leader, rheolwr, rheolwr llinell, boss, senior, lead, line managed by, appraiser, "
    "supervised by, line managed, responsible to, accountable to, managers name, direct manager",
    Field.CONTRACT: "contract, contract type, type of contract, employment type, status, "
    "employment status, basis, contract status, cytundeb, type, employment basis, emp type, "
    "employee group, employee subgroup, employment category, math o gontract, math o gytundeb, "
    "terms, worker type, employee type, "
    "staff type",
    Field.STATUS: "current status, movement, starter leaver, staff status, employee status, "
    "current leaver, active, "
    "current or left, in post, still here, active leaver",
    Field.HOURS: "contracted, hrs pw, hours, hours per week, "
    "weekly hours, hrs, contracted hours, hrs week, "
    "hours pw, hrs per week, contract hours, total hours, hours a week, oriau, contracted hrs, "
    "hours worked, working hours, paid hours, hpw, hours wk, oriau yr wythnos, hrs wk, "
    "week hours, no of hours, number of hours, total hrs, contracted weekly hours, "
    "contracted hrs wk, hrs contract, contracted hours per week, contractual hours, "
    "hours contracted, "
    "scheduled weekly hours, scheduled hours, standard hours, new hours, hours now, "
    "current hours, hours per wk, hrs per wk, hrs a week, weekly hrs, hours paid",
    Field.FTE: "fte, wte, full time equivalent, fraction, whole time equivalent, proportion, "
    "contract fte, fte value, percent of full time, pro rata",
    Field.DAYS: "days worked, days, working days, work days, working pattern, days of work, "
    "work pattern, pattern, days in, usual days, diwrnodau, availability, days available, "
    "dyddiau, dyddiau gwaith, patrwm gwaith, shift pattern, which days, days of the week, "
    "days of work, normal days, attendance pattern, works, works on, can work, can do, "
    "available, available days, days can work, diwrnodau gwaith",
    Field.STARTED: "start date, started, date started, date of joining, joined, start, "
    "continuous service, commenced, date of commencement, date commenced, appointed, "
    "position start, post start, "
    "date of appointment, since, dyddiad dechrau, "
    "service start, employment start, commencement date, hire date, joining date, from date, "
    "date joined, start in post, started in post, post start date, in post since, "
    "start of employment",
    Field.LEFT: "leaving date, left, end date, date left, leaver, last day, contract end, "
    "leave date, termination date, dyddiad gadael, finish date, date of leaving, contract ends, "
    "position end, post end, end, contract end date, finish, fixed term end, "
    "fixed term end date, end of contract",
    Field.SITE: "site, campus, location, base, place of work, safle, sites, building, "
    "work base, work location, main site, centre, place",
    Field.TERM_TIME: "term time only, tto, term time, weeks per year, weeks, term only, t t only, "
    "tt only, term time y n, weeks worked, wks py, weeks py, wks pa, weeks pa, wks per year, "
    "wks yr, weeks yr, wks, paid weeks, working weeks, wythnosau",
    Field.NOTE: "notes, note, comments, comment, remarks, other, other notes, additional info, "
    "info, nodiadau, sylwadau, anything else, further information, restrictions, "
    "other information, misc",
}
_SKILLS: dict[Field, str] = {
    **{field: words for field, words in _STAFF.items() if field is not Field.LEVEL},
    Field.SKILL_NAME: "skill, competency, competence, skill name, area of skill, skill area, "
    "sgil, capability, statement, ability, knowledge skill, skill competency, question",
    Field.SKILL_GROUP: "skill group, category, skill category, domain, theme, heading, group, "
    "skill type, area of competence, categori, skill set",
    Field.RATING: "rating, level, score, skill level, self rating, self assessment, "
    "assessment, mark, confidence, current level, lefel, rag, rag rating, grade, proficiency, "
    "how confident, sgor, self score, competency level, answer, response",
    Field.RATED_ON: "date, assessed, rated, rated on, date rated, assessed on, date assessed, "
    "audit date, "
    "last updated, updated, dyddiad, date completed, completed on",
    Field.BOOKED: "training booked, booked, course booked, training planned",
    Field.HOBBIES: "other skills hobbies, hobbies, other skills, interests, hobbies and "
    "interests, hobbies or interests, talents, other talents, outside interests, "
    "hobbies interests, diddordebau, "
    "what else can you do, other skills and interests",
    Field.WISHES: "what would you like to do more of, wishes, would like, would like to do, "
    "development wishes, aspirations, ambitions, career aspirations, training wanted, "
    "training needs, like to do more of, interested in, training requested, development needs, "
    "what training would you like, goals, would like to learn, what would you like to do next, "
    "what would you like to do, what would you like to learn, career plans, next steps, "
    "training requests, courses requested, training you would like, training required, "
    "what training would help you",
}
_TRAINING: dict[Field, str] = {
    **PERSON,
    Field.COURSE: "course, training, course title, course name, qualification, certificate, "
    "training course, award, event, cpd, training title, subject, cwrs, hyfforddiant, "
    "enw r cwrs, teitl y cwrs, cymhwyster, training event, qualification title, activity, "
    "module, programme, training name, "
    "certification, topic, name of course, title of course, title",
    Field.ACHIEVED: "date done, date, date completed, completed, date attended, date achieved, "
    "attended, achieved, event start, event end, date of training, "
    "completion date, training date, date taken, passed, "
    "issue date, dyddiad, dyddiad cwblhau, cwblhawyd, dyddiad hyfforddi, done on, date passed, "
    "completed on, start date, date of course, "
    "date obtained, awarded, date of issue, last done, when, done, issued, date gained",
    Field.EXPIRES: "renewal due, expires, expiry, expiry date, valid until, renewal, "
    "renewal date, due, refresher due, expires on, valid to, next due, due date, review date, "
    "retrain by, renewal period, valid for, validity, frequency, renewal frequency, "
    "renew every, refresh every, repeat every, how often, dyddiad dod i ben, dyddiad adnewyddu, "
    "adnewyddu, yn dod i ben, refresh by, "
    "renew by, end date, update due, expiration date, "
    "certificate expiry, lapses, renewal due date, runs out, date due, until",
    Field.PROVIDER: "provider, trainer, delivered by, training provider, supplier, by whom, "
    "awarding body, organisation, darparwr, company, run by, source, where, training body",
    Field.STATUS: "status, compliance, compliance status, compliant, outcome, result, "
    "completion status, progress, training status, "
    "did you pass, pass fail, pass or fail, pass, grade achieved",
    Field.PROOF: "cert seen, certificate seen, proof seen, evidence, evidence seen, "
    "cert on file, certificate on file, proof, copy on file, copy held, tystysgrif, "
    "cert held, certificate held, cert copied, certificate copied, seen, cert",
}
_LEARNERS: dict[Field, str] = {
    Field.REFERENCE: "ref, learner, learner ref, student, student ref, initials, learner id, "
    "reference, student id, learner initials, init, inits, dysgwr, cyfeirnod, student initials, "
    "pupil, "
    "forename, first name, surname, last name, family name, full name, learner reference, "
    "learner no, student no, ilr ref, id, learner code, student code, "
    "student reference, learner name, student name, young person, name, uln, code, client, "
    "cyf, rhif dysgwr, enw dysgwr, enwr dysgwr, blaenlythrennau, myfyriwr",
    Field.GROUP: "programme group, group, programme, class, tutor group, course, cohort, form, "
    "grwp, dosbarth, cwrs, grwp tiwtor, rhaglen, study programme, pathway, teaching group, "
    "class group, curriculum group, unit instance, course instance, course occurrence",
    Field.PRIMARY_NEED: "primary need, main need, need, diagnosis, disability, category of need, "
    "primary category, send category, angen, condition, need type, area of need, "
    "main area of need, primary lldd, main lldd, lldd primary, category, sen need, "
    "difficulty, prif angen, primary area of need, angen pennaf, prif anghenion, anabledd",
    Field.NEEDS: "support needs, needs, support required, skills needed, support, "
    "areas of support, anghenion, support skills, provision, staff skills needed, "
    "skills required, type of support, support areas, what support, support type, "
    "anghenion cymorth, additional needs, other needs, secondary needs, support needed, "
    "secondary need, secondary lldd, additional lldd, anghenion eraill, math o gymorth",
    Field.HOURS: "support hrs pw, support hours, hours, hrs pw, hours of support, support hrs, "
    "hours per week, weekly support hours, ehcp hours, funded hours, hrs, lsa hours, "
    "oriau cymorth, oriau cymorth yr wythnos, oriau, oriau yr wythnos, als hours, ils hours, "
    "additional support hours, weekly hours, hours pw, total support hours, 1 1 hours, "
    "hours of lsa, "
    "hrs wk, hours wk, hrs week, hrs per week, hours a week, weekly hrs, ehcp hrs, lsa hrs, "
    "support hrs wk, hrs of support, funded hrs, total weekly hours, total hours, total hrs, "
    "total support hrs, total hours per week, total hrs pw, overall hours",
    Field.RATIO: "ratio, staffing ratio, support ratio, staff ratio, staffing, level of support, "
    "staff to learner ratio, cymhareb, support level, staff learner ratio",
    Field.CARE_RATIO: "care ratio, personal care ratio, pc ratio, ratio for pc",
    Field.MUST_HAVE: "staff must have, staff requirements, must have, staff skills, "
    "rhaid i staff, gofynion staff, required training, staff needed, staff training needed, "
    "conditions, requirements, "
    "training required, staff must be, specific staff requirements, special requirements, "
    "staff conditions, staff preferences",
    Field.NOT_WITH: "not with, staff to avoid, avoid, do not place with, not to work with, "
    "not to be supported by, not supported by, not to be paired with, do not pair with, do not "
    "pair, not to be placed with, must not work with, do not work with, should not work with, "
    "exclusions, excluded staff, keep apart, keep apart from, never with, ddim gyda",
    Field.SAME_GENDER: "same gender care, same gender, same gender for pc, gender of carer, "
    "same sex care, staff gender, gender of support, gender preference, gender of staff",
    Field.NOTE: _STAFF[Field.NOTE] + ", risks, targets, aims, ehcp notes",
}
_TIMETABLE: dict[Field, str] = {
    Field.DAY: "day, d, weekday, day of week, diwrnod, dydd, week day, date, session date, "
    "day date, "
    "days, days of week",
    Field.DAY_TIME: "day time, day and time, day and times, dydd ac amser",
    Field.START: "start, start time, from, begins, begin, time from, starts, dechrau, time start, "
    "time in, begin time, started at, starts at",
    Field.END: "finish, end, finish time, end time, to, until, ends, time to, gorffen, time end, "
    "time out, finishes, diwedd, till",
    Field.DURATION: "duration, length, mins, minutes, duration mins, duration minutes, "
    "length mins, session length, lesson length, length of session, hyd",
    Field.SPAN: "time, times, time slot, slot, period, session time, amser, lesson time, when, "
    "time of session, hours, period no, periods, lessons, lesson no, pd, pds, block, "
    "start finish, start end, from to",
    Field.GROUP: _LEARNERS[Field.GROUP]
    + ", house, section, learners, students, learner group, who, pupils, course code, class code, "
    "group code, set code, student set, set, grwpiau",
    Field.SESSION: "session, subject, lesson, activity, class name, session name, module, unit, "
    "register, register title, event, event title, event name, class title, "
    "what, pwnc, gweithgaredd, shift, session title, title, course title, lesson title, event, "
    "sesiwn",
    Field.TEACHER: "tutor, teacher, lecturer, staff, taught by, led by, tiwtor, athro, leader, "
    "session leader, delivered by, lead, teaching staff, session tutor, lecturer name, "
    "athrawes, darlithydd, arweinydd, who leads, who teaches, instructor, trainer, tutors, "
    "teachers, lecturers",
    Field.ROOM: "room, location, venue, place, where, ystafell, classroom, space, room no",
    Field.SITE: "site, campus, building, safle, centre",
    Field.LSAS: "lsas needed, lsas, lsa, no of lsas, number of lsas, support needed, "
    "staff needed, support staff, lsas required, lsa needed, tas, tas needed, no of staff, "
    "support required, staff required, how many lsas, lsa count, number of staff, support, "
    "nifer cymorth, no lsas, staffing, lsas req, support workers needed, assistants, "
    "support assistants, no of support staff, min staff, support staff needed, "
    "support staff required, tas required, lsa allocation, staff allocation, lsas allocated, "
    "support allocation, extra staff, additional staff",
    Field.WEEK: "wk, week, week a b, weeks, wk pattern, week pattern, weeks pattern, wythnos, "
    "a b, rotation, ab week, week type",
    Field.NOTE: "support notes, notes, note, comments, remarks, other, info, nodiadau, "
    "other notes, comment, additional info, requirements, sylwadau",
}
FIELDS: dict[SheetKind, dict[Field, str]] = {
    SheetKind.STAFF: _STAFF,
    SheetKind.SKILLS: _SKILLS,
    SheetKind.TRAINING: _TRAINING,
    SheetKind.LEARNERS: _LEARNERS,
    SheetKind.TIMETABLE: _TIMETABLE,
}
BY_WORDS = {
    kind: {key(word): meant for meant, words in fields.items() for word in words.split(", ")}
    for kind, fields in FIELDS.items()
}

# How much a column tells of the kind of its sheet.
TELLING = {
    SheetKind.STAFF: {
        Field.CONTRACT: 4, Field.HOURS: 2, Field.FTE: 4, Field.LINE_MANAGER: 3, Field.PAYROLL: 2,
        Field.STARTED: 2, Field.TITLE: 3, Field.DAYS: 3, Field.TEAM: 2, Field.DAY_WORKED: 4,
        Field.SURNAME: 1, Field.FORENAME: 1, Field.FULL_NAME: 1, Field.LEFT: 1, Field.SITE: 1,
    },
    SheetKind.SKILLS: {
        Field.SKILL: 8, Field.PERSON: 8, Field.SKILL_NAME: 5, Field.RATING: 3, Field.WISHES: 3,
        Field.HOBBIES: 3,
        Field.FULL_NAME: 1, Field.SURNAME: 1, Field.FORENAME: 1,
    },
    SheetKind.TRAINING: {
        Field.COURSE: 4, Field.EXPIRES: 4, Field.ACHIEVED: 3, Field.PROVIDER: 2, Field.PROOF: 3,
        Field.COURSE_DATE: 9, Field.COURSE_EXPIRES: 9, Field.PERSON: 9, Field.FULL_NAME: 1,
        Field.SURNAME: 1, Field.FORENAME: 1, Field.PAYROLL: 1,
    },
    SheetKind.LEARNERS: {
        Field.REFERENCE: 2, Field.RATIO: 5, Field.PRIMARY_NEED: 5, Field.NEEDS: 4, Field.GROUP: 1,
        Field.MUST_HAVE: 4, Field.HOURS: 1, Field.NOT_WITH: 4, Field.SAME_GENDER: 3, Field.NEED: 3,
        Field.KIND_HOURS: 3,
    },
    SheetKind.TIMETABLE: {
        Field.DAY: 4, Field.START: 3, Field.END: 3, Field.SPAN: 2, Field.ROOM: 3, Field.LSAS: 3,
        Field.SESSION: 2, Field.TEACHER: 2, Field.GROUP: 1, Field.DAY_SESSIONS: 6, Field.WEEK: 2,
        Field.GROUP_SESSIONS: 6, Field.TIME_SESSIONS: 6, Field.WEEK_SESSIONS: 6,
        Field.DAY_TIME: 6,
    },
}  # fmt: skip
SHEET_NAMES = {
    SheetKind.STAFF: r"\bstaff\b|\bteam\b|\bemployee|\bpersonnel|\bpeople\b|\blsas?\b|\bhr\b",
    SheetKind.SKILLS: r"\bskill|\baudit\b|\bcompeten|\bmatrix\b|\bsgil",
    SheetKind.TRAINING: r"\btraining\b|\bcpd\b|\bcourse|\bcertif|\bqual(?:s\b|if)|\bmandatory\b|"
    r"\bhyffordd",
    SheetKind.LEARNERS: r"\blearner|\bstudent|\behcp?\b|\bsend?\b|\bsupport needs\b|\bdysgwyr",
    SheetKind.TIMETABLE: r"\btimetable|\bsession|\bschedule|\blesson|\bamserlen|\btt\b|\brota\b",
}
