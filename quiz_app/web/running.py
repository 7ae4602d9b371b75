"""The one running application of this process."""

import os
from functools import cache

from quiz_app.app.assembly import App, assemble
from quiz_app.app.settings import read_settings


@cache
def running() -> App:
    """The application of this process, put together at the first call."""
    return assemble(read_settings(os.environ))
