"""The made-up college at the size of a large one: 400 people, 320 learners, 1,600 sessions."""

from pathlib import Path

from lsadesk.operations.demo import demo

STAFF, TIMES = 400, 8  # people; so many times the learners and groups of the small one


def make_big_college(folder: Path) -> None:
    """Make it in *folder*, with the sign-ins of the small one."""
    content = demo.read_college()
    staff, learners = content["staff"], content["learners"]
    staff["count"] = STAFF
    staff["forenames"] = [name + end for name in staff["forenames"] for end in ("", "a", "wen")]
    learners["count"] *= TIMES
    learners["groups"] = [
        f"{group} {number}" for number in range(1, TIMES + 1) for group in learners["groups"]
    ]
    demo.make_demo(folder, content).close()
