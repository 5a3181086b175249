"""The window. Whatever of it is imported first, Qt's binding no longer reads our source.

PySide opens the source of every module that is imported, the standard library's included, to
look for its own name in it: that is how it knows where `from __feature__ import snake_case`,
which we do not use, could apply. It is a quarter of our start and 25 MB that stay.
"""

import sys

import shiboken6  # noqa: F401  brings the feature, before PySide6 looks through all there is

_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside"):
    setattr(_feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010  it has no stub
