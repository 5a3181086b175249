"""What the evidence asks of a plan."""

from lsadesk.domain.deployment.evidence import Finding, Question
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.operations.deploying import evidence, support_over_terms
from tests.operations.duty_operations.kinds import Whole

FOUND = Finding(
    question=Question.MIX, about=(Record(About.PERSON, 1, "Asha"),), figure="", sentence=""
)
OPERATIONS = {
    "evidence.what_evidence_asks": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: evidence.what_evidence_asks(d)
    ),
    "support_over_terms.support_over_terms": Whole(
        READ, Kind.DEPLOYMENT, lambda d, w, p: support_over_terms.support_over_terms(d)
    ),
    "evidence.set_aside": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: evidence.set_aside(d, FOUND, "Medical")
    ),
    "evidence.take_up": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: evidence.take_up(d, FOUND)),
    "evidence.export_evidence": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: evidence.export_evidence(d, w.path("found.xlsx")) and w.path("found.xlsx"),
    ),
}
