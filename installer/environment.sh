#!/bin/sh
# Makes or refreshes .venv from requirements.lock. Quick when there is nothing to do.
# Usage: installer/environment.sh   (from the project's root; PYTHON names another interpreter)
set -eu

python=${PYTHON:-python3}
stamp=.venv/ready
packages="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"

packages_wanted() { cat requirements.lock installer/environment.sh | cksum; }
wanted() { packages_wanted && cksum <pyproject.toml; }

say() { printf 'LSA Desk set-up: %s\n' "$1" >&2; }

apt_install() { # $1: what for; the rest: packages
    reason=$1
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        say "$reason. Please install with your system's package manager: $*"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "$reason. Please run: sudo apt-get install $*"
        return 1
    fi
    say "$reason: installing $*"
    told=$(DEBIAN_FRONTEND=noninteractive sh -c '
        apt-get update -q && apt-get install -y -q --no-install-recommends "$@"' - "$@" 2>&1) || {
        printf '%s\n' "$told" >&2
        return 1
    }
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ]; then
    exit 0
fi

itself() { # the project as the environment sees it: its name, version and entry points
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

if [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" = "$(packages_wanted)" ]; then
    itself
    wanted >"$stamp"
    exit 0
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1)"
    exit 1
}
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    apt_install "Python's venv module is missing" python3-venv ca-certificates || exit 1

say "installing the pinned packages into .venv (a minute or two, once)"
"$python" -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
itself

if [ "$(uname -s)" = Linux ]; then
    needs_qt() { ! QT_QPA_PLATFORM=offscreen .venv/bin/python -c '
import ctypes
import PySide6.QtWidgets
for name in ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxkbcommon-x11.so.0", "libEGL.so.1"):
    ctypes.CDLL(name)' >/dev/null 2>&1; }
    if needs_qt; then
        # shellcheck disable=SC2086
        apt_install "Qt's system libraries are missing" $packages || exit 1
    fi
fi
if [ "$(uname -s)" = Linux ] && [ "$(id -u)" -eq 0 ] && ! command -v strace >/dev/null 2>&1; then
    apt_install "The power-cut tests record with strace" strace ||
        say "they will be skipped without it"
fi
wanted >"$stamp"
