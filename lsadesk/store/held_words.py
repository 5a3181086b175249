"""What the ids in somebody's records stand for, so that they can read their own record.

Content of the library is kept by a short id that means nothing to who asks what is held.
"""

from collections.abc import Mapping

from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.keeping import retention
from lsadesk.store.work import Reading

LEVELS_IN = frozenset({"rating", "appraiser_rating", "appraisal_settled"})
Words = Mapping[str, Mapping[str, str]]


def words(reading: Reading) -> Words:
    """By the name of a column, what each id in it stands for."""
    library = layer.library_of(reading)
    framework, catalogue = library.framework, library.catalogue
    prompts = {str(each.id): each.text for each in library.interview}
    prompts |= {str(each.id): each.text for each in library.meeting}
    named = {str(role): each.name for role, each in framework.roles.items()}
    asked = {str(each.id): each.text for each in framework.statements.values()}
    asked |= {str(each.id): each.text for each in framework.questions.values()}
    stories = {str(each.id): each.name for each in catalogue.stories.values()}
    behind = {str(each.id): each.name for each in skills.all_skills(reading)}
    return {
        "statement": asked,
        "question": asked,
        "prompt": prompts,
        "role": named,
        "entry": {str(each.id): each.name for each in catalogue.entry_points.values()},
        "qualification": {str(each.id): each.name for each in catalogue.qualifications.values()},
        "responsibility": {str(each.id): each.text for each in catalogue.responsibilities.values()},
        "barrier": {each.id: each.name for each in catalogue.barriers.values()},
        "record": {each.id: each.name for each in retention.records(reading)},
        "recommendation": {str(each.id): each.text for each in catalogue.recommendations},
        "step": {str(each.id): each.text for each in library.induction},
        "mode": {str(each.id): each.name for each in catalogue.modes.values()},
        "behind_key": behind | stories | asked | named,
    }
