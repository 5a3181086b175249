"""The same operations as the window, for suppliers, checks and scheduled copies.

Exit codes: 0 done, 1 a sentence for the user, 2 usage.
"""

import argparse
import getpass
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsadesk import __version__
from lsadesk.errors import UserError

if TYPE_CHECKING:  # the store takes a moment to import; --help does not wait for it
    from lsadesk.operations.desk import Desk

DONE, REFUSED, USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answers: the same facts as lines for a person and as JSON."""

    lines: Sequence[str]
    facts: dict[str, Any] = field(default_factory=dict)
    exit_code: int = DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    asked = _parser().parse_args(_with_command(sys.argv[1:] if arguments is None else arguments))
    try:
        said: Said = asked.command(asked)
    except UserError as error:
        print(error, file=sys.stderr)
        if asked.json:
            print(json.dumps({"error": str(error)}, ensure_ascii=False))
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped. What was saved before is safe.", file=sys.stderr)
        return REFUSED
    if asked.json:
        print(json.dumps(said.facts, ensure_ascii=False, indent=2))
    elif said.lines:
        print("\n".join(said.lines))
    return said.exit_code


def _with_command(arguments: Sequence[str]) -> Sequence[str]:
    """*arguments*, where a college or a packet alone, as a double click gives it, is opened."""
    alone = len(arguments) == 1 and Path(arguments[0]).suffix in (".lsadesk", ".lsapacket")
    return ["open", *arguments] if alone else arguments


def _new(asked: argparse.Namespace) -> Said:
    from lsadesk.operations.keeping import college

    secret = _secret(asked, "Password for the owner: ", twice=True)
    made = college.new_college(
        asked.folder,
        college=asked.college,
        owner=asked.owner,
        secret=secret,
        keeps_private=asked.keep_drafts,
    )
    made.desk.close()
    return Said(
        [
            f"Made {asked.college} in {asked.folder}.",
            "",
            f"Recovery key: {made.recovery_key}",
            "",
            "Write it on paper and keep it locked away: it opens the college when every password",
            "is lost, and it is not shown again.",
            *(["It also opens what people have not handed in yet."] if asked.keep_drafts else []),
        ],
        {
            "folder": str(asked.folder),
            "college": asked.college,
            "owner": asked.owner,
            "recovery_key": made.recovery_key,
        },
    )


def _import(asked: argparse.Namespace) -> Said:
    from lsadesk.operations.importing import intake

    with _desk(asked) as desk:
        report = intake.import_file(
            desk, asked.workbook, mapping_file=asked.mapping, dry_run=asked.dry_run
        )
        if asked.set_aside is not None:
            intake.save_set_aside(desk, report, asked.set_aside)
    return Said(intake.as_lines(report), intake.as_json(report))


def _export(asked: argparse.Namespace) -> Said:
    from lsadesk.domain.vocabulary import speaking
    from lsadesk.operations.auditing import audit_export
    from lsadesk.operations.developing import exports
    from lsadesk.operations.keeping import vocabulary
    from lsadesk.operations.weeks import taking_weeks

    with _desk(asked) as desk, speaking(vocabulary.vocabulary(desk)):
        if asked.what == "audit":
            audit_export.export_audit(desk, asked.out)
        elif asked.what == "timetable":
            taking_weeks.export_timetable(desk, asked.out)
        else:
            exports.export_plans(desk, asked.out, asked.person)
    return Said([f"Wrote {asked.out}."], {"out": str(asked.out)})


def _plan(asked: argparse.Namespace) -> Said:
    from lsadesk.domain.calendar import Week
    from lsadesk.operations.deploying import deployment, plan_sheet

    with _desk(asked) as desk:
        made = deployment.make_plan(desk, seconds=asked.seconds, week=Week(asked.week))
        facts = plan_sheet.as_json(made)
    return Said(plan_sheet.as_lines(facts), facts)


def _check(asked: argparse.Namespace) -> Said:
    from lsadesk.operations.keeping import college

    with _desk(asked) as desk:
        problems = college.check(desk)
    facts = {"ok": not problems, "problems": problems}
    return Said(problems or ["All is well."], facts, REFUSED if problems else DONE)


def _backup(asked: argparse.Namespace) -> Said:
    from lsadesk.operations.keeping import college

    with _desk(asked) as desk:
        made = college.back_up(desk, asked.to).result
    return Said([f"Backed up to {made}, and opened the copy to be sure."], {"backup": str(made)})


def _restore(asked: argparse.Namespace) -> Said:
    from lsadesk.operations.keeping import college

    login = asked.login or college.owner_of_backup(asked.backup)
    secret = _secret(asked, f"Password of {login}: ")
    aside = college.restore(asked.backup, asked.folder, login, secret)
    lines = [f"Restored to {asked.folder}."]
    if aside is not None:
        lines.append(f"What stood there was moved to {aside}.")
    return Said(
        lines, {"folder": str(asked.folder), "aside": None if aside is None else str(aside)}
    )


_DEMO = """\
You are signed in to a made-up college as {login}. Its people sign in as head, pat (a manager) and
asha (an LSA), each with {secret}. File, New college begins your own."""


def _demo(asked: argparse.Namespace) -> Said:
    if not _has_screen():
        return _tour_to(Path("build/tour"), shots_only=False)
    from lsadesk import app
    from lsadesk.operations.demo import demo

    folder = asked.folder or Path("build/demo/Afon Valley College.lsadesk")
    if not folder.exists():
        print("Making the made-up college, a few seconds...", file=sys.stderr)
        demo.make_demo(folder).close()
    sign_in = asked.login or demo.OWNER, demo.SECRET
    print(_DEMO.format(login=sign_in[0], secret=sign_in[1]), file=sys.stderr)
    return Said([], exit_code=app.run(folder, sign_in=sign_in))


def _open(asked: argparse.Namespace) -> Said:
    from lsadesk import app

    return Said([], exit_code=app.run(asked.folder))


def _has_screen() -> bool:
    """Whether a window could be shown to somebody."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tour(asked: argparse.Namespace) -> Said:
    return _tour_to(asked.out, shots_only=asked.shots_only)


def _tour_to(out: Path, *, shots_only: bool) -> Said:
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from lsadesk import tour

    written = tour.take(out, shots_only=shots_only)
    return Said(
        [f"The tour of a made-up college is in {out}:", *(f"  {path.name}" for path in written)],
        {"out": str(out), "written": [str(path) for path in written]},
    )


def _self_test(_asked: argparse.Namespace) -> Said:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from lsadesk import tour

    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lsadesk-self-test-") as room:
        blank = [path.name for path in tour.take(Path(room)) if not path.stat().st_size]
    if blank:
        raise UserError(f"LSA Desk does not work on this computer: {', '.join(blank)} is blank.")
    seconds = round(time.monotonic() - started, 1)
    return Said([f"LSA Desk works on this computer ({seconds} s)."], {"seconds": seconds})


@contextmanager
def _desk(asked: argparse.Namespace) -> "Iterator[Desk]":
    """The college of the command, unlocked, and closed again whatever happens."""
    from lsadesk.operations.keeping import college

    login = asked.login or college.owner_login(asked.folder)
    secret = _secret(asked, f"Password of {login}: ")
    # A wrong guess before this makes everybody wait; here somebody can do it for them.
    time.sleep(college.seconds_to_wait(asked.folder, login))
    desk = college.unlock(asked.folder, login, secret)
    try:
        yield desk
    finally:
        desk.close()


def _secret(asked: argparse.Namespace, prompt: str, *, twice: bool = False) -> str:
    if asked.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UserError("There is nobody to ask for the password. Give it with --password-stdin.")
    secret = getpass.getpass(prompt)
    if twice and getpass.getpass("The same again: ") != secret:
        raise UserError("The two passwords are not the same. Nothing was made.")
    return secret


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError("between 0 and 3600")
    return seconds


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lsadesk", description="Skills, careers and deployment of Learning Support Assistants."
    )
    parser.add_argument("--version", action="version", version=f"LSA Desk {__version__}")
    parser.set_defaults(command=_open, folder=None, json=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(
        name: str, does: Callable[[argparse.Namespace], Said], says: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=says, description=says, parents=[_common()])
        added.set_defaults(command=does)
        return added

    _file_commands(command)
    _work_commands(command)
    opened = command("open", _open, "open the window, on a college or a packet if one is given")
    opened.add_argument("folder", type=Path, nargs="?", metavar="FOLDER_OR_PACKET")
    demo = command("demo", _demo, "open the window on a made-up college; with no screen, the tour")
    demo.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    tour = command("tour", _tour, "make the made-up college and every kind of output from it")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    tour.add_argument("--shots-only", action="store_true", help="screenshots of every screen only")
    command("selftest", _self_test, "try everything on a made-up college; set-up asks this")
    return parser


Adder = Callable[[str, Callable[[argparse.Namespace], Said], str], argparse.ArgumentParser]


def _file_commands(command: Adder) -> None:
    new = command("new", _new, "make a college file and print its recovery key, once")
    new.add_argument("folder", type=Path, metavar="FOLDER")
    new.add_argument("--college", required=True, metavar="NAME")
    new.add_argument("--owner", required=True, metavar="LOGIN")
    new.add_argument(
        "--keep-drafts",
        action="store_true",
        help="let the recovery key open what people have not handed in, so that it survives a "
        "forgotten password; left out: nobody but its author can ever open it",
    )
    check = command("check", _check, "look whether the college file is whole")
    check.add_argument("folder", type=Path, metavar="FOLDER")
    backup = command("backup", _backup, "write a verified, encrypted copy of the whole college")
    backup.add_argument("folder", type=Path, metavar="FOLDER")
    backup.add_argument("to", type=Path, metavar="TO")
    restore = command("restore", _restore, "put a backup back; what stood there is moved aside")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("folder", type=Path, metavar="FOLDER")


def _work_commands(command: Adder) -> None:
    imported = command("import", _import, "read a workbook or CSV into the college")
    imported.add_argument("folder", type=Path, metavar="FOLDER")
    imported.add_argument("workbook", type=Path, metavar="WORKBOOK")
    imported.add_argument("--mapping", type=Path, metavar="FILE", help="how to read it, as JSON")
    imported.add_argument("--dry-run", action="store_true", help="say what would happen, only")
    imported.add_argument("--set-aside", type=Path, metavar="FILE", help="save rows set aside here")
    export = command("export", _export, "write the audit workbook, plans or timetable")
    export.add_argument("folder", type=Path, metavar="FOLDER")
    export.add_argument("what", choices=["audit", "plan", "timetable"])
    export.add_argument("--out", type=Path, required=True, metavar="PATH")
    export.add_argument("--person", metavar="NAME", help="whose plan; left out: everybody's")
    plan = command("plan", _plan, "propose who supports whom next week")
    plan.add_argument("folder", type=Path, metavar="FOLDER")
    plan.add_argument("--seconds", type=_seconds, default=5.0, metavar="S")
    plan.add_argument("--week", choices=["A", "B"], default="A", help="of a two-week timetable")


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--as", dest="login", metavar="LOGIN", help="left out: the owner")
    common.add_argument(
        "--password-stdin", action="store_true", help="the password is stdin's first line"
    )
    common.add_argument("--json", action="store_true", help="answer as JSON")
    return common


if __name__ == "__main__":
    sys.exit(main())
