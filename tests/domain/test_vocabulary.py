"""What the program says, it says in the college's own words."""

import pytest

from lsadesk.domain.vocabulary import KINDS_OF_PROVIDER, Term, Vocabulary, Word, said, speaking

OURS = Vocabulary(
    {
        Term.LSA: Word("Enabler", "Enablers"),
        Term.LEARNER: Word("apprentice", "apprentices"),
        Term.TEACHER: Word("TA lead", "TA leads"),
        Term.SUPPORT_PLAN: Word("one-page profile", "one-page profiles"),
    }
)


@pytest.mark.parametrize(
    ("usual", "ours"),
    [
        ("How many LSAs a session needs", "How many Enablers a session needs"),
        ("An LSA and a learner", "An Enabler and an apprentice"),
        ("Learners' support needs", "Apprentices' support needs"),
        ("A learner asks the teacher", "An apprentice asks the TA lead"),
        ("a teacher", "a TA lead"),
        ("Know the support plan", "Know the one-page profile"),
        ("{learner} of {learners} learners", "{learner} of {learners} apprentices"),
        ("LSA Desk has LSA Levels", "LSA Desk has LSA Levels"),
        ("learner", "apprentice"),
        ("It is theirs. Learners see it.", "It is theirs. Apprentices see it."),
        ("Senior LSA", "Senior Enabler"),
        ("unlearned teachers' notes", "unlearned TA leads' notes"),
    ],
)
def test_words_are_replaced_with_their_articles_and_capitals(usual, ours):
    assert OURS.said(usual) == ours


def test_a_college_with_the_usual_words_reads_what_was_written():
    assert Vocabulary().said("An LSA") == "An LSA"


@pytest.mark.parametrize("kind", KINDS_OF_PROVIDER)
def test_each_kind_of_provider_can_be_spoken_in(kind):
    words = Vocabulary(KINDS_OF_PROVIDER[kind]).said("An LSA helps a learner")
    assert " a a" not in words
    assert words[0].isupper()


def test_a_word_in_small_letters_begins_a_sentence_with_a_capital():
    ours = Vocabulary({Term.LSA: Word("enabler", "enablers")})
    assert ours.said("LSAs see it. LSAs say it to LSAs.") == (
        "Enablers see it. Enablers say it to enablers."
    )


def test_paper_is_written_in_the_words_of_the_college_it_is_made_for():
    with speaking(OURS):
        assert said("Learners by initials only.") == "Apprentices by initials only."
    assert said("Learners by initials only.") == "Learners by initials only."
