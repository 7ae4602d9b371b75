"""Start the server and say where it is."""

import logging
import sys
from pathlib import Path

from quiz_app.app.settings import CHECKOUT, Settings
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)


def launcher() -> Path:
    """The launcher file: in the checkout, else in the wheel."""
    checkout = CHECKOUT / "streamlit_app.py"
    return checkout if checkout.is_file() else Path(__file__).parents[1] / "_launcher" / "streamlit_app.py"


def start() -> None:
    """Serve until stopped."""
    app = running()
    for problem in app.library.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the person who starts the app reads this
    print(_greeting(app.settings, app.staffing.first_link()))  # noqa: T201
    sys.stdout.flush()
    sys.argv = [str(launcher())]
    from quiz_app.web.server import build  # noqa: PLC0415 - Streamlit reads its settings when first imported

    build().run(config={"server.port": app.settings.port, "server.address": app.settings.address})


def _greeting(settings: Settings, first_link: str | None) -> str:
    lines = [f"Open {settings.url} in a browser."]
    if first_link:
        lines.append(f"First administrator (works once): {settings.url}/staff/setup#{first_link}")
    return "\n".join(lines)
