"""The codes of the FHIR bundle, in a file the clinic can change: quiz_app/export/codings.json is the default."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quiz_app.export.json_types import Resource

SNOMED = "http://snomed.info/sct"
_SHIPPED = Path(__file__).parent / "codings.json"


class BadCodings(ValueError):
    """The clinic's file of codings cannot be read; the message says where and why."""


class Coding(BaseModel):
    """One code of a code system."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    system: str = Field(pattern=r"^\S+$")
    code: str = Field(pattern=r"^[^\s]+(\s[^\s]+)*$")
    display: str | None = None

    def resource(self) -> Resource:
        """The code as FHIR writes it."""
        return dict(self.model_dump(exclude_none=True))


class Codings(BaseModel):
    """Which codes stand in a bundle.

    base: beginning of the names of local codes and of the Questionnaire. snomed: whether SNOMED CT codes are written;
    the licence is the clinic's. patient_system: name of the system of patient codes, or null: no patient identifier.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    base: str = Field(pattern=r"^[a-z][a-z0-9+.-]*:[^\s|]+[^\s|/]$")
    snomed: bool
    patient_system: str | None = Field(default=None, pattern=r"^\S+$")
    education_categories: tuple[Coding, ...]
    education: tuple[Coding, ...]
    document: tuple[Coding, ...] = Field(min_length=1)

    def local(self, code: str) -> Resource:
        """A code of our own, for what no standard has a code for."""
        return {"system": f"{self.base}/CodeSystem/quiz-app", "code": code}

    def written(self, codings: tuple[Coding, ...]) -> list[Resource]:
        """Those codes the clinic may write."""
        return [each.resource() for each in codings if self.snomed or each.system != SNOMED]


def codings_in(file: Path | None) -> Codings:
    """The clinic's own codings if that file is there, else those that are shipped; raises BadCodings."""
    return _read(file) if file and file.is_file() else shipped()


@cache
def shipped() -> Codings:
    """The codings as shipped."""
    return _read(_SHIPPED)


def _read(path: Path) -> Codings:
    try:
        return Codings.model_validate_json(path.read_bytes())
    except ValidationError as reason:
        first = reason.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadCodings(f"{path}: {place or 'file'}: {first['msg']}") from reason
    except OSError as reason:
        raise BadCodings(f"{path}: {reason.strerror}") from reason
