"""The two kinds of failure: what a person can act on, and what is ours to mend."""


class UserError(Exception):
    """Something outside the program that a person can act on.

    Its text is one plain sentence that says what is wrong and what to do next; it is
    shown as it stands, in the window and on the command line, and holds no secrets.
    Anything that is not a `UserError` is a fault of ours and goes to the crash dialog.
    """


class NotAllowed(UserError):
    """The person's duties do not cover what was asked."""


class Stale(UserError):
    """Somebody else changed the record since it was read; nothing was overwritten."""


class NotOurs(UserError):
    """A file that this program did not write; the import assistant may be able to read it."""
