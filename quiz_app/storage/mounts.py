"""Where a file lies: SQLite must not lie on a network file system, whose locks cannot be trusted."""

from pathlib import Path

MOUNTS = Path("/proc/mounts")

_NETWORK = {"nfs", "cifs", "smb", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "davfs", "vboxsf"}
_NETWORK_FUSE = {"fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs2", "fuse.smbnetfs"}


def network_file_system(path: Path, mounts: str) -> str | None:
    """The kind of network file system the path lies on, or None; mounts is the text of /proc/mounts."""
    kind = _kind(path, mounts)
    family = kind.rstrip("0123456789")
    return kind if family in _NETWORK or kind in _NETWORK_FUSE else None


def known_mounts() -> str:
    """The text of /proc/mounts, empty on systems without it."""
    return MOUNTS.read_text(encoding="utf-8", errors="replace") if MOUNTS.is_file() else ""


def _kind(path: Path, mounts: str) -> str:
    """The kind of the mount nearest to the path; of two on the same folder the later one hides the earlier."""
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        _, folder, found, *_ = line.split(" ")
        place = Path(folder.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if path.is_relative_to(place) and len(place.parts) >= nearest:
            nearest, kind = len(place.parts), found
    return kind
