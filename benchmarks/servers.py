"""The servers that are compared, and what they use of the machine."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import ROOT, Server, free_port

STOCK_PAGE = Path(__file__).parent / "stock_page.py"
_PROCESS_CPU = 2  # <time.h> CPUCLOCK_SCHED: what clock_getcpuclockid(3) hands out for a process


def cpu_seconds(pid: int) -> float:
    """CPU that a process has used so far, with all its threads, also those that are over."""
    return time.clock_gettime((~pid << 3) | _PROCESS_CPU)


@dataclass(frozen=True)
class Memory:
    """Resident memory in MB: now, and at most so far."""

    now: float
    peak: float


def memory(pid: int) -> Memory:
    """The resident memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return Memory(now=int(sizes["VmRSS"]) / 1024, peak=int(sizes["VmHWM"]) / 1024)


class OurServer(Server):
    """This app as `quiz-app serve` starts it, on an empty data folder."""

    @property
    def pid(self) -> int:
        """The one process that serves."""
        assert self._process, "not started"
        return self._process.pid


class StockServer(Server):
    """The stock page as plain `streamlit run` starts it; settings are read from the folder it is started in."""

    def __init__(self, data: Path, *, started_in: Path) -> None:
        super().__init__(data)
        self._started_in = started_in

    @property
    def pid(self) -> int:
        """The one process that serves."""
        assert self._process, "not started"
        return self._process.pid

    def start(self) -> "StockServer":
        """Start and wait until it answers."""
