"""The servers that are compared, and what they use of the machine."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.request import urlopen

from tests.browser.server import Server, free_port

STOCK_PAGE = Path(__file__).parent / "stock_page.py"
BUSY = 0.05  # of a core; the watchers of an idle server take less than 0.01
_PROCESS_CPU = 2  # <time.h> CPUCLOCK_SCHED: what clock_getcpuclockid(3) hands out for a process


def cpu_seconds(pid: int) -> float:
    """CPU that a process has used so far, with all its threads, also those that are over."""
    return time.clock_gettime((~pid << 3) | _PROCESS_CPU)


def machine_cpu_seconds() -> float:
    """CPU that all programs of the machine have used so far."""
    user, nice, system, _idle, _waiting, *interrupts = Path("/proc/stat").read_text(encoding="ascii").split()[1:8]
    return sum(map(int, (user, nice, system, *interrupts))) / os.sysconf("SC_CLK_TCK")


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


def wait_until_idle(pid: int) -> None:
    """Wait until a process has nothing left to do from its start, such as packing static files; two minutes at most."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        before = cpu_seconds(pid)
        time.sleep(1)
        if cpu_seconds(pid) - before < BUSY:
            return
    raise AssertionError(f"the server has been busy for two minutes without a visitor: {pid}")


class OurServer(Server):
    """This app as `quiz-app serve` starts it, on an empty data folder."""

    @property
    def pid(self) -> int:
        """The one process that serves."""
        assert self._process, "not started"
        return self._process.pid

    def start(self) -> Self:
        """Start and wait until it answers and is idle."""
        super().start()
        wait_until_idle(self.pid)
        return self


class StockServer:
    """The stock page as `streamlit run` starts it; its settings are those of the folder it is started in."""

    def __init__(self, started_in: Path) -> None:
        self._started_in = started_in
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"

    @property
    def pid(self) -> int:
        """The one process that serves."""
        assert self._process, "not started"
        return self._process.pid

    def start(self) -> None:
        """Start and wait until it answers."""
        headless = ["--server.headless=true", "--browser.gatherUsageStats=false", f"--server.port={self.port}"]
        command = [sys.executable, "-m", "streamlit", "run", str(STOCK_PAGE), *headless]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, cwd=self._started_in, stdout=quiet, stderr=quiet)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(OSError), urlopen(f"{self.url}/_stcore/health", timeout=2):  # noqa: S310 - our own address
                return
            time.sleep(0.1)
        raise AssertionError("the stock page did not start")

    def stop(self) -> None:
        """Stop it."""
        if self._process:
            self._process.terminate()
            self._process.wait(10)
