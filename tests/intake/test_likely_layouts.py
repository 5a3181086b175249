"""Layouts that most colleges have: levels in words, keys above, a course beside a class."""

from lsadesk.domain.incoming import SkillRecord
from lsadesk.domain.skills import Level


def of(interpretation, kind):
    return [record for record in interpretation.records if isinstance(record, kind)]


def levels(result):
    return {
        (record.person.surname, record.skill): record.value.value
        for record in of(result, SkillRecord)
        if isinstance(record.value, Level)
    }


def test_levels_in_words_from_none_to_expert(workbook, read, counts):
    rows = [
        ["LSA skills matrix"],
        ["Employee", "Team", "Makaton", "Braille", "PEG feeding", "De-escalation"],
        ["Nia Orr", "SEND", "None", "Aware", "Working", "Practitioner"],
        ["Otis Pym", "SEND", "Expert", None, "None", "Aware"],
        ["Pia Quill", "Art", "Working", "n/a", "Practitioner", "dunno"],
    ]
    result = read(workbook({"Skills matrix": rows}))
    assert counts(result.sheets[0]) == ("skills", 3, 3, 0, 0)
    found = levels(result)
    nia = [found["Orr", skill] for skill in rows[1][2:]]
    assert nia == [0, 1, 2, 3]
    assert found["Pym", "Makaton"] == 4
    assert ("Pym", "Braille") not in found
    assert [problem.row for problem in result.sheets[0].problems] == [5]


def test_each_sheet_is_read_by_the_key_above_it_before_that_of_another_sheet(workbook, read):
    colours = [
        ["Key: R = no experience, A = some experience, G = confident"],
        ["Name", "Autism", "Epilepsy", "Hoisting"],
        ["Rae Stone", "G", "A", "R"],
        ["Sol Tarn", "Green", "Red", None],
    ]
    figures = [
        ["1 = Not confident"],
        ["2 = Slightly confident"],
        ["3 = Fairly confident"],
        ["4 = Confident"],
        ["5 = Could train others"],
        ["Name", "Phonics", "Scribing"],
        ["Rae Stone", 1, 5],
        ["Sol Tarn", 4, None],
    ]
    found = levels(read(workbook({"RAG audit": colours, "Self audit": figures})))
    assert found == {
        ("Stone", "Autism"): 3,
        ("Stone", "Epilepsy"): 1,
        ("Stone", "Hoisting"): 0,
        ("Tarn", "Autism"): 3,
        ("Tarn", "Epilepsy"): 0,
        ("Stone", "Phonics"): 0,
        ("Stone", "Scribing"): 4,
        ("Tarn", "Phonics"): 3,
    }
