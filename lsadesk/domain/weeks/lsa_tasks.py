"""The tasks that a session may be tagged with. Source: E, Learner and learning support roles."""

from enum import StrEnum


class LsaTask(StrEnum):
    """One of the six tasks that the guidance names; a session may be tagged with several."""

    TEACHING = "teaching"
    MATHS_AND_ENGLISH = "maths and english"
    BEHAVIOUR = "behaviour"
    SPECIAL_NEEDS = "special needs"
    LANGUAGE = "language"
    PROGRESS = "progress"


TASKS = {
    LsaTask.TEACHING: "Supporting teachers in class",
    LsaTask.MATHS_AND_ENGLISH: "Helping learners with maths and English",
    LsaTask.BEHAVIOUR: "Supporting learners whose behaviour challenges",
    LsaTask.SPECIAL_NEEDS: "Supporting learners with special needs and disabilities",
    LsaTask.LANGUAGE: "Supporting learners whose first language is not English",
    LsaTask.PROGRESS: "Keeping an eye on a learner's progress in sessions",
}

IN_SHORT = {
    LsaTask.TEACHING: "Teaching in class",
    LsaTask.MATHS_AND_ENGLISH: "Maths and English",
    LsaTask.BEHAVIOUR: "Behaviour that challenges",
    LsaTask.SPECIAL_NEEDS: "Special needs",
    LsaTask.LANGUAGE: "Another first language",
    LsaTask.PROGRESS: "Progress in sessions",
}
