"""The text of a file as an educator writes it: one draft for the form and the YAML, kept while the session lives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import streamlit as st

from quiz_app.app.workbench import CannotSave, Checked, Clash, Opened, Refused
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.running import running

_FIELDS = "work-fields"
_FRESH = "work-fresh"


@dataclass(frozen=True)
class Draft:
    """A file as it was opened, and as it is written now; base is the fingerprint of what was opened."""

    file: str
    base: str
    opened: str
    text: str

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self.opened


def held(actor: Actor, file: str) -> Draft:
    """The draft that an editing page works on; raises NoSuchFile."""
    kept = session.kept(f"draft-{file}", Draft)
    if kept:
        return kept
    return _keep(_draft(running().workbench.open(actor, file)))


def glance(actor: Actor, file: str) -> Draft:
    """The file with what is not saved yet, for pages that only look; raises NoSuchFile."""
    kept = session.kept(f"draft-{file}", Draft)
    return kept if kept and kept.is_changed else _draft(running().workbench.open(actor, file))


def write(draft: Draft, text: str) -> Draft:
    """The draft with another text, kept."""
    return _keep(replace(draft, text=text))


def settle(actor: Actor, draft: Draft) -> None:
    """Open the file again where nothing was typed and somebody saved meanwhile; called after the fields were read."""
    if not draft.is_changed and running().workbench.open(actor, draft.file).fingerprint != draft.base:
        drop(draft.file)
        st.rerun()


def drop(file: str) -> None:
    """Forget what was typed in a file."""
    session.keep(f"draft-{file}", None)
    session.keep(f"theirs-{file}", None)
    renew()


def unsaved(files: Iterable[str]) -> tuple[str, ...]:
    """The files with changes that are not saved."""
    kept = ((file, session.kept(f"draft-{file}", Draft)) for file in files)
    return tuple(file for file, draft in kept if draft and draft.is_changed)


def theirs(file: str) -> Opened | None:
    """What somebody else saved meanwhile, as far as this session knows."""
    return session.kept(f"theirs-{file}", Opened)


def save(actor: Actor, draft: Draft, say: Words, note: str = "") -> str:
    """Save the draft; an empty text, or why it was not saved.

    Raises Clash, after which theirs() says what stands there. Whatever happens, the draft stays until it is saved.
    """
    try:
        running().workbench.save(actor, draft.file, draft.text, base=draft.base, note=note)
    except Clash as clash:
        _keep(draft)
        session.keep(f"theirs-{draft.file}", clash.theirs)
        raise
    except Refused:
        _keep(draft)
        return say("work.refused")
    except CannotSave as reason:
        _keep(draft)
        return say("work.cannot-save", reason=reason)
    drop(draft.file)
    return ""


def rebased(draft: Draft, on: Opened) -> Draft:
    """The same text over what somebody else saved meanwhile, kept."""
    return _keep(replace(draft, base=on.fingerprint, opened=plain_text(on)))


def checked(actor: Actor, draft: Draft) -> Checked:
    """The problems and the course as they would be with this text; equal checks are made once by the workbench."""
    return running().workbench.check(actor, draft.file, draft.text)


def fresh() -> int:
    """A number in the names of fields; a new one lets them take what the draft says after a change of its shape."""
    return session.kept(_FRESH, int) or 0


def renew() -> None:
    """Let all fields be drawn anew from the draft."""
    session.keep(_FRESH, fresh() + 1)


@dataclass(frozen=True)
class Field:
    """A text field on the page: its name, what stood in it when it was drawn, and who takes what is typed."""

    key: str
    before: str
    take: Callable[[str], None]


def watch(field: Field) -> None:
    """Remember that this field is on the page."""
    session.keep(_FIELDS, (*(session.kept(_FIELDS, tuple) or ()), field))


def catch_up() -> None:
    """Write what was typed into the fields of the last screen; called before any press is acted on.

    The press that sends it may lead away, and a run is cut short by the next one, so no field can wait to be drawn.
    """
    for field in session.kept(_FIELDS, tuple) or ():
        if isinstance(field, Field) and session.holds(field.key) and session.typed(field.key) != field.before:
            field.take(session.typed(field.key))
    session.keep(_FIELDS, None)


def _draft(opened: Opened) -> Draft:
    text = plain_text(opened)
    return Draft(file=opened.file, base=opened.fingerprint, opened=text, text=text)


def plain_text(opened: Opened) -> str:
    """The text as browsers give it back; the workbench puts line ends and marks of Windows editors back."""
    return opened.text.removeprefix("\ufeff").replace("\r\n", "\n")


def _keep(draft: Draft) -> Draft:
    session.keep(f"draft-{draft.file}", draft)
    return draft
