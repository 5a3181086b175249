#!/bin/sh
# Installs the built set-up into a fresh Wine and lets the installed program test itself.
# Usage: installer/windows/try_under_wine.sh   (after `make setup`; Debian: wine64 gcc-mingw-w64-x86-64)
#
# Wine is not Windows: what Wine 8 lacks is put into the test's own copy (Windows' ICU for Qt,
# complex numbers for numpy, and the module _wmi, which ends it). Nothing of that is shipped.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
setup=$(ls "$here"/../../build/installer/lsadesk-*-setup.exe)
python=$here/../../.venv/bin/python
room=$(mktemp -d)
trap 'wineserver -k 2>/dev/null || true; rm -rf "$room"' EXIT
export WINEPREFIX="$room/prefix" WINEDEBUG=-all WINEDLLOVERRIDES='winedbg.exe=d'

imported() { # $1: a binary; $2: the beginning of the library's name whose names it imports
    PYTHONPATH="$room/tools" "$python" - "$1" "$2" <<'END'
import sys

import pefile

binary = pefile.PE(sys.argv[1], fast_load=True)
binary.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
for library in binary.DIRECTORY_ENTRY_IMPORT:
    if library.dll.decode().startswith(sys.argv[2]):
        print(*(each.name.decode() for each in library.imports), sep="\n")
END
}

stub() { # $1: the library to make; $2: a file of names, each of which does nothing
    sed 's/.*/__declspec(dllexport) int &(void) { return 0; }/' "$2" >"$room/stub.c"
    x86_64-w64-mingw32-gcc -shared -fno-builtin -o "$1" "$room/stub.c"
}

"$python" -m uv pip install --quiet --target "$room/tools" pefile
wineboot -i
wine "$setup" /S /CurrentUser /UNTESTED </dev/null
installed=$(find "$WINEPREFIX" -type d -path '*/LSA Desk/*' -name python -prune | head -n 1)
installed=${installed%/python}

rm "$installed/python/_wmi.pyd"
qt=$installed/packages/PySide6
imported "$qt/Qt6Core.dll" icuuc.dll >"$room/icu"
stub "$qt/icuuc.dll" "$room/icu"

numpy=$installed/packages/numpy/_core
core=$(ls "$numpy"/_multiarray_umath.*.pyd)
imported "$core" api-ms-win-crt-math >"$room/math"
{
    echo 'LIBRARY "xpi-ms-win-crt-math-l1-1-0"'
    echo EXPORTS
    sed -E '/^c(real|imag|abs|arg)[fl]?$/!s/.*/& = ucrtbase.&/' "$room/math"
} >"$room/math.def"
x86_64-w64-mingw32-gcc -shared -fno-builtin -o "$numpy/xpi-ms-win-crt-math-l1-1-0.dll" \
    "$here/complex_for_wine.c" "$room/math.def"
sed -i 's/api-ms-win-crt-math-l1-1-0/xpi-ms-win-crt-math-l1-1-0/' "$core"

wine "$installed/python/python.exe" -m lsadesk selftest </dev/null 2>&1 | cat
wine "$installed/../uninstall.exe" /CurrentUser /S </dev/null
sleep 10 # it goes on in a copy of itself
if [ -e "$installed" ]; then
    echo "The program is still there after it was uninstalled." >&2
    exit 1
fi
echo "Installed, tested, uninstalled."
