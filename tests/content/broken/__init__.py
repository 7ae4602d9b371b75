"""Files as people break them, each with everything the checker says about it, word for word."""

from dataclasses import dataclass

from tests.content.small_bank import FILES

CLINIC_FILE = "clinic.yaml"


Finding = tuple[str, str]  # place and what is wrong; what to do and the code


@dataclass(frozen=True)
class Broken:
    """One file of the small bank as somebody broke it (None: it is gone), and all findings in their order."""

    name: str
    file: str
    content: str | bytes | None
    finds: tuple[Finding, ...]

    @property
    def says(self) -> tuple[str, ...]:
        """The findings as people read them."""
        return tuple(" ".join(finding) for finding in self.finds)


def slip(name: str, file: str, old: str, new: str, *finds: Finding) -> Broken:
    """One place of a file of the small bank written in another way."""
    assert old in FILES[file], f"{old!r} does not stand in {file}"
    return Broken(name, file, FILES[file].replace(old, new, 1), finds)


def whole(name: str, file: str, content: str | bytes | None, *finds: Finding) -> Broken:
    """A file of the small bank with other content."""
    return Broken(name, file, content, finds)
