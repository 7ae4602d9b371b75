"""Settings: environment variables QUIZ_APP_*, typed, with a plain sentence for every mistake."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

PREFIX = "QUIZ_APP_"
PACKAGE = Path(__file__).resolve().parents[1]
CHECKOUT = PACKAGE.parent


class BadSetting(ValueError):
    """An environment variable that cannot be understood; lists all of them."""


class Entry(StrEnum):
    """Who may begin: anybody who opens the page, or only those with an invitation."""

    WALK_IN = "walk-in"
    INVITED = "invited"


class LogFormat(StrEnum):
    """How log lines look."""

    TEXT = "text"
    JSON = "json"


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except RuntimeError as reason:
        raise ValueError("there is no such home folder") from reason


Folder = Annotated[Path, AfterValidator(_absolute)]


def _default_questions() -> Path:
    checkout = CHECKOUT / "questions"
    return checkout if checkout.is_dir() else PACKAGE / "_questions"


def launcher() -> Path:
    """The file that starts the server: in the checkout, else in the wheel."""
    checkout = CHECKOUT / "streamlit_app.py"
    return checkout if checkout.is_file() else PACKAGE / "_launcher" / "streamlit_app.py"


class Settings(BaseModel):
    """Everything a clinic can set; each field is the variable QUIZ_APP_<NAME>."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Folder = Field(default=Path("data"), validate_default=True, description="folder for database and keys")
    database_url: str = Field(default="", description="database instead of SQLite in the data folder")
    questions: Folder = Field(default_factory=_default_questions, description="folder with the question banks")
    course: str = Field(default="ivig", description="course of walk-in patients, and the first choice for invitations")
    entry: Entry = Field(default=Entry.WALK_IN, description="who may begin: walk-in or invited")
    require_approved_content: bool = Field(default=False, description="offer a course only once it is approved")
    offer_unreviewed_languages: bool | None = Field(
        default=None,
        description="offer languages nobody qualified has reviewed; unset: where simulated patients are as it starts",
    )
    secret_key: str = Field(default="", description="key for codes and cookies, 32 characters or more")
    address: str = Field(default="127.0.0.1", description="network address to listen on")
    port: int = Field(default=8501, ge=1, le=65535, description="port to listen on")
    public_url: str = Field(default="", description="address patients see, such as https://learn.clinic.example")
    log_format: LogFormat = Field(default=LogFormat.TEXT, description="log lines as text or json")

    @property
    def url(self) -> str:
        """The address of the app as people type it."""
        return self.public_url.rstrip("/") or f"http://localhost:{self.port}"

    @property
    def tls(self) -> bool:
        """Whether patients reach the app over an encrypted line."""
        return self.url.startswith("https://")

    @property
    def store_url(self) -> str:
        """The database to open."""
        return self.database_url or f"sqlite:///{self.data / 'quiz.db'}"


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + field.upper()


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of this environment; raises BadSetting naming every variable that is off."""
    given = {key[len(PREFIX) :].lower(): value for key, value in environment.items() if key.startswith(PREFIX)}
    known = {name: value for name, value in given.items() if name in Settings.model_fields and value != ""}
    try:
        return Settings.model_validate(known)
    except ValidationError as error:
        lines = [f"{variable(str(e['loc'][0]))}={e['input']!r}: {e['msg']}" for e in error.errors()]
        raise BadSetting("\n".join(lines)) from error


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """Variables that look like settings but are none."""
    names = {variable(field) for field in Settings.model_fields}
    return sorted(key for key in environment if key.startswith(PREFIX) and key not in names)
