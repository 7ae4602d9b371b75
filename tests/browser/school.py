"""A clinic whose educators have work to do: a problem in a file, a mended key, figures, a version that waits."""

import shutil
from pathlib import Path

from quiz_app.services.demo import Demo, DemoClock
from tests.app.shipped import write
from tests.browser.backstage import Backstage
from tests.browser.device import OneDevice
from tests.browser.devices import Devices
from tests.browser.nursery import QuickServer

SIMULATED = 24
INVITED = 12
"""Enough in one week for the overview to show a number."""
MENDED_ITEM = "yellow-eyes-tired"
AFTER = "ivig/topics/after.yaml"
STEM = "Some weeks after IVIG, a pharmacy offers you a live vaccine against measles. What do you do?"
ADDED = "Is that wrong?"

MENDED = """\
      - right: Phone the clinic today
        why: Yellow eyes and being very tired can mean that red blood cells break apart. We need to know today.
      - wrong: Rest until you feel better
        why: Rest helps plain tiredness. Yellow eyes are a sign of more. Call the clinic the same day.
        misconception: serious-signs-pass
        harmful: true
"""
WRONG = """\
      - wrong: Phone the clinic today
        why: Yellow eyes and being very tired can mean that red blood cells break apart. We need to know today.
        misconception: serious-signs-pass
        harmful: true
      - right: Rest until you feel better
        why: Rest helps plain tiredness. Yellow eyes are a sign of more. Call the clinic the same day.
"""


class School:
    """A server over a copy of the questions, and one device in front of it."""

    def __init__(self, devices: Devices, folder: Path, questions: Path) -> None:
        self._bank = Path(shutil.copytree(questions, folder / "questions"))
        self._server = QuickServer(
            folder / "clinic" / "data", questions=str(self._bank), offer_unreviewed_languages="true"
        )
        self._backstage = Backstage(self._server)
        write(self._bank / AFTER, instead_of=MENDED, put=WRONG)
        self._backstage.put_live()
        self._figures()
        self._mend()
        self.device = OneDevice(devices, self._server.start(), self._backstage)

    def close(self) -> None:
        """Send everybody home."""
        self.device.close()
        self._backstage.close()
        self._server.stop()

    def _figures(self) -> None:
        """Simulated patients, some of whom met the confused key; a real one would hide them all."""
        app = self._backstage.app
        demo = Demo(app.store, app.vault, DemoClock(app.clock.now()), course=app.offering.course)
        demo.fill("ivig", patients=SIMULATED, seed=1)
        for _ in range(INVITED):
            self._backstage.invite()

    def _mend(self) -> None:
        """The key is mended and goes live; a question with a problem waits in the file."""
        write(self._bank / AFTER, instead_of=WRONG, put=MENDED)
        self._backstage.put_live()
        write(self._bank / AFTER, instead_of=STEM, put=f"{STEM} {ADDED}")
        self._backstage.app.library.refresh()
