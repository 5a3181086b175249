"""How each thing to know is asked for, and how it stands on a card."""

from collections.abc import Mapping
from types import MappingProxyType

from lsadesk.domain.briefing.need_to_knows import Known, Readiness

QUESTIONS: Mapping[Known, str] = MappingProxyType(
    {
        Known.CONCEPTS: "What ideas and facts is it about?",
        Known.SKILLS: "What is practised?",
        Known.OUTCOMES: "What is each learner to reach?",
        Known.FEEDBACK: "What does the teacher want to hear afterwards?",
        Known.PART: "What does the LSA do?",
        Known.AVOID: "What is better not done?",
        Known.LAST_TIME: "From last time",
        Known.PAPERS: "Where are the plan and the criteria?",
    }
)
EXAMPLES: Mapping[Known, str] = MappingProxyType(
    {
        Known.CONCEPTS: "As: heat kills germs, 63 degrees.",
        Known.SKILLS: "As: reads a dial, notes it down.",
        Known.OUTCOMES: "Learners by reference, as: RT11 reads it alone.",
        Known.FEEDBACK: "As: who could say why, and where it stopped.",
        Known.PART: "As: in view of the whole group; notes progress; frees the teacher for JB02.",
        Known.AVOID: "As: no answers before they tried; not beside RT11 all the time.",
        Known.LAST_TIME: "What is carried on from what an LSA told.",
        Known.PAPERS: "As: green folder in K2, or a web address.",
    }
)
ON_CARD: Mapping[Known, str] = MappingProxyType(
    {
        Known.CONCEPTS: "It is about",
        Known.SKILLS: "Practised",
        Known.OUTCOMES: "To reach",
        Known.FEEDBACK: "Tell the teacher",
        Known.PART: "You",
        Known.AVOID: "Better not",
        Known.LAST_TIME: "Last time",
        Known.PAPERS: "Papers",
    }
)
READINESS: Mapping[Readiness, str] = MappingProxyType(
    {
        Readiness.BLIND: "not told yet",
        Readiness.PARTLY: "told in part",
        Readiness.OLD: "told long ago",
        Readiness.READY: "told",
    }
)
