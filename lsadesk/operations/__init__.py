"""The verbs of the program: every read and every change goes through here.

An operation takes a `Desk` first, checks the duties held at this moment, and either
returns what was asked or writes, with its line on the trail and its undo sentence, and
returns `Done` with the `Changes` it made.
"""
