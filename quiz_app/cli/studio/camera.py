"""Taking the pictures and laying them out on one page."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from quiz_app.cli.studio.clinic import opened
from quiz_app.cli.studio.sights import EVERY, Visit

SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_HEIGHT = (
    "() => Math.max(document.body.scrollHeight, document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0)"
)
_PAGE = Markup(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>body{{font:1rem/1.4 sans-serif;'
    "margin:2rem}}div{{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}}figure{{margin:0}}img{{max-height:40rem;"
    "max-width:100%;border:1px solid #888}}</style><h1>{title}</h1>{groups}</html>"
)
_GROUP = Markup("<h2>{}</h2><div>{}</div>")
_PICTURE = Markup(
    '<figure><a href="{file}"><img src="{file}" alt="{name}" loading="lazy"></a>'
    "<figcaption>{name}</figcaption></figure>"
)


class NoBrowser(Exception):
    """There is no Chromium that starts."""


class NotSeen(Exception):
    """A screen did not appear; says which."""


@dataclass(frozen=True)
class Shot:
    """One picture: whose screen, its name with its number, the size, and the file relative to the page of all."""

    group: str
    name: str
    size: str
    file: str


def take(out: Path, *, locale: str, only: str, program: str) -> list[Shot]:
    """Take a picture of each screen whose name holds the word, at each size, and write the page of all.

    Raises NoBrowser, NotSeen, NotStarted, BadSetting, NotSaved, NoCourse.
    """
    with (
        tempfile.TemporaryDirectory(prefix="quiz-app-", ignore_cleanup_errors=True) as folder,
        sync_playwright() as playwright,
    ):
        browser = _launched(playwright, program)
        with opened(Path(folder), locale) as clinic:
            shots = sorted(_take(Visit(clinic, browser), out / locale, only), key=lambda shot: shot.file)
        browser.close()
    groups = Markup("").join(_group(name, shots) for name in EVERY if any(shot.group == name for shot in shots))
    page = _PAGE.format(title=f"Screens ({locale})", groups=groups)
    (out / locale / "index.html").write_text(page, encoding="utf-8")
    return shots


def _launched(playwright: Playwright, program: str) -> Browser:
    found = program or next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        return playwright.chromium.launch(executable_path=found, args=FLAGS)
    except Error as reason:
        raise NoBrowser from reason


def _take(visit: Visit, out: Path, only: str) -> Iterator[Shot]:
    every = [(group, name, sight) for group, sights in EVERY.items() for name, sight in sights.items()]
    # Staff come first: what patients do for their pictures would stand on the board and in the statistics.
    for number, (group, name, sight) in reversed(list(enumerate(every, start=1))):
        if only not in name:
            continue
        try:
            page = sight(visit)
        except Error as reason:
            raise NotSeen(f"{name}: {reason.message.splitlines()[0]}") from reason
        for size in SIZES:
            file = f"{size}/{number:02}-{name}.png"
            _photograph(page, out / file, size)
            yield Shot(group, f"{number:02} {name}", size, file)
        page.context.close()


def _photograph(page: Page, path: Path, size: str) -> None:
    """The whole screen: Streamlit scrolls within the page, so the window is made as high as its content."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)  # charts are drawn anew for the new width
    page.set_viewport_size({"width": width, "height": max(height, int(page.evaluate(_HEIGHT)))})
    page.wait_for_timeout(200)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)


def _group(name: str, shots: list[Shot]) -> Markup:
    pictures = (
        _PICTURE.format(file=shot.file, name=f"{shot.name}, {shot.size}") for shot in shots if shot.group == name
    )
    return _GROUP.format(name, Markup("").join(pictures))
