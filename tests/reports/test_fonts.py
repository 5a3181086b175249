from fontTools.ttLib import TTFont

from lsadesk.reports.fonts import Face, font_files


def test_every_face_has_welsh_and_polish_letters_ticks_and_arrows():
    for face, file in font_files().items():
        letters = TTFont(file).getBestCmap()
        assert all(ord(letter) in letters for letter in "ŵŷŴŶŁłźśćń✓▲→↑←●–…"), face


def test_faces_are_static_and_cut_only_once():
    first = {face: file.stat().st_mtime_ns for face, file in font_files().items()}
    again = {face: file.stat().st_mtime_ns for face, file in font_files().items()}
    assert first == again
    assert set(first) == set(Face)
    assert all("fvar" not in TTFont(file) for file in font_files().values())


def test_nothing_half_made_is_left_in_the_cache():
    folder = font_files()[Face.REGULAR].parent
    assert {file.suffix for file in folder.iterdir()} == {".ttf"}
