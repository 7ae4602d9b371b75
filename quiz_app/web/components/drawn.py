"""What drawing a place leaves to the frame: the words on the button that goes on, and what to read out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """go_on is empty where the place goes on by itself; focus names where the cursor goes besides the heading."""

    go_on: str = ""
    said: str = ""
    focus: str = ""
