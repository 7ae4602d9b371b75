"""Streamlit still has every option the app leans on, hidden ones too."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
SECTIONS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
NAMES = [(f"{section}.{name}", value) for section, options in SECTIONS.items() for name, value in options.items()]
IN_FILE = [
    f"{name}.{part}" if part else name
    for name, value in NAMES
    for part in (value if name in {"theme.light", "theme.dark"} else [""])
]
HIDDEN = ["server.trustedUserHeaders", "server.maxWidgetStateSize", "runner.postScriptGC"]


@pytest.mark.parametrize("option", sorted({*IN_FILE, *HIDDEN}))
def test_streamlit_knows_the_option(option: str) -> None:
    assert option in config.get_config_options()


def test_protections_are_on_and_nothing_calls_out() -> None:
    assert SECTIONS["server"]["enableCORS"]
    assert SECTIONS["server"]["enableXsrfProtection"]
    assert not SECTIONS["server"]["enableAgentApi"]
    assert not SECTIONS["browser"]["gatherUsageStats"]
    assert SECTIONS["client"]["showErrorDetails"] == "none"
