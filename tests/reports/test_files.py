import errno

import pytest

from lsadesk.errors import UserError
from lsadesk.reports.files import written_whole


def test_a_full_disk_leaves_the_old_file_whole_and_says_so(tmp_path):
    target = tmp_path / "audit.xlsx"
    target.write_text("old")
    with pytest.raises(UserError, match="no room on the disk"), written_whole(target):
        raise OSError(errno.ENOSPC, "full")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_target_that_cannot_be_replaced_is_named_in_a_sentence(tmp_path):
    target = tmp_path / "audit.xlsx"
    target.mkdir()  # as good as a file another program holds: it cannot be renamed over
    with pytest.raises(UserError, match=r"audit\.xlsx could not be saved"), written_whole(target):
        pass
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(UserError, match="is not there"), written_whole(tmp_path / "no" / "a.pdf"):
        pass


def test_a_fault_of_ours_is_not_dressed_up_and_leaves_nothing_behind(tmp_path):
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "a.pdf"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
