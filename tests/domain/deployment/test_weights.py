"""What counts how much, in plain steps."""

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.weights import DIALS, Strength, weights_of


def test_as_usual_changes_nothing():
    assert weights_of(dict.fromkeys((dial.name for dial in DIALS), Strength.USUAL)) == {}


def test_a_dial_sets_all_its_rules_and_leaves_whole_numbers():
    assert weights_of({"fair hours": Strength.LITTLE}) == {
        "fair hours": 1,
        "far from fair hours": 2,
        "hardly any hours": 3,
    }
    assert weights_of({"unpopular duties": Strength.LITTLE}) == {"unpopular duties": 3}
    assert weights_of({"team": Strength.OFF}) == {"team": 0}


def test_that_needs_are_met_has_no_dial_and_every_other_rule_has_one():
    dialled = [rule for dial in DIALS for rule in dial.rules]
    assert set(dialled) == set(rules.SOFT) - {rules.SHORTFALL}
    assert len(dialled) == len(set(dialled))
