from pathlib import Path

import pytest

from lsadesk.errors import UserError
from lsadesk.store.places import check_place, filesystem_in

MOUNTS = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 0:21 / /run rw - tmpfs tmpfs rw
30 27 0:40 / /mnt/staff\\040share rw - cifs //server/staff rw
31 27 0:41 / /home/pat/nas rw - fuse.sshfs pat@nas:/ rw
32 27 0:42 / /home/pat/nas/local rw - xfs /dev/sdb1 rw
33 27 0:43 / / rw - overlay overlay rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/Harbour.lsadesk", "overlay"),
        ("/run/Harbour.lsadesk", "tmpfs"),
        ("/mnt/staff share/Harbour.lsadesk", "cifs"),
        ("/mnt/staff shared/Harbour.lsadesk", "overlay"),
        ("/home/pat/nas/Harbour.lsadesk", "fuse.sshfs"),
        ("/home/pat/nas/local/Harbour.lsadesk", "xfs"),
    ],
)
def test_the_deepest_mount_decides_what_disk_a_folder_is_on(folder: str, kind: str) -> None:
    assert filesystem_in(MOUNTS, folder) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "network"])
def test_a_network_drive_is_refused_with_a_reason_and_a_way_out(tmp_path: Path, kind: str) -> None:
    with pytest.raises(UserError, match=r"network drive.*this computer's own disk"):
        check_place(tmp_path, filesystem=lambda _: kind, environment={})


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "overlay", "tmpfs", "ntfs3", "local", ""])
def test_a_disk_of_this_computer_is_accepted(tmp_path: Path, kind: str) -> None:
    check_place(tmp_path, filesystem=lambda _: kind, environment={})


def test_the_folder_of_this_test_is_accepted_as_it_is(tmp_path: Path) -> None:
    check_place(tmp_path / "Harbour.lsadesk")


@pytest.mark.parametrize(
    ("share", "refused"),
    [
        (r"\\server\staff\Harbour.lsadesk", True),
        ("//server/staff/Harbour.lsadesk", True),
        (r"\\?\UNC\server\staff\Harbour.lsadesk", True),
        (r"\\?\C:\College\Harbour.lsadesk", False),
    ],
)
def test_a_windows_share_is_refused_by_its_name(share: str, refused: bool) -> None:
    if not refused:
        check_place(Path(share), filesystem=lambda _: "", environment={})
        return
    with pytest.raises(UserError, match="network drive"):
        check_place(Path(share), filesystem=lambda _: "", environment={})


@pytest.mark.parametrize(
    ("part", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Harbour Lane College", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Harbour Lane)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-pat@harbour.ac.uk", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
    ],
)
def test_a_synchronised_folder_is_refused_and_the_service_named(
    tmp_path: Path, part: str, service: str
) -> None:
    with pytest.raises(UserError, match=f"kept in step by {service}"):
        check_place(tmp_path / part / "Harbour.lsadesk", environment={})


def test_a_onedrive_under_another_name_is_known_by_what_windows_says(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="OneDrive"):
        check_place(tmp_path / "Harbour", environment={"OneDriveCommercial": str(tmp_path)})


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "college").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UserError, match="Dropbox"):
        check_place(tmp_path / "college" / "Harbour.lsadesk", environment={})


def test_a_folder_that_only_mentions_a_service_is_accepted(tmp_path: Path) -> None:
    check_place(tmp_path / "moved from Dropbox last year", environment={})
