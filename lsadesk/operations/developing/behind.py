"""What a line of a plan may come from, by the words that people know it by."""

from collections.abc import Mapping

from lsadesk.domain.developing.development import Behind, BehindKind
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.work import Reading

BehindNames = Mapping[Behind, str]


def behind_names(reading: Reading) -> BehindNames:
    """Every skill, statement, role and story, each by its words."""
    found = layer.library_of(reading)
    named = [
        *((BehindKind.SKILL, each.id, each.name) for each in skills.all_skills(reading)),
        *((BehindKind.ROLE, role, each.name) for role, each in found.framework.roles.items()),
        *((BehindKind.STORY, each.id, each.name) for each in found.catalogue.stories.values()),
        *(
            (BehindKind.STATEMENT, each.id, each.text)
            for each in found.framework.statements.values()
        ),
    ]
    return {Behind(kind, str(key)): name for kind, key, name in named}
