"""Figures as a table for people: aligned, in Markdown, so that it can be pasted into docs/performance.md."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds with one decimal."""
    return f"{seconds * 1000:.1f} ms"


def verdict(figure: float, most: float, target: float | None = None) -> str:
    """Whether a figure is met, in words."""
    if target is not None and figure <= target:
        return "met, target too"
    return "met" if figure <= most else "NOT MET"


def render(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first row holds the names of the columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def machine() -> str:
    """The machine and the versions that a figure belongs to."""
    cpu = [line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = [int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal")]
    load = ", ".join(f"{each:.2f}" for each in os.getloadavg())
    return (
        f"{cpu[0] if cpu else platform.processor()}, {os.cpu_count()} cores, {memory[0] / 2**20:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"Streamlit {version('streamlit')}, uvloop {version('uvloop')}; load average {load}"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()
