"""The wheel is a whole app: code, questions, launcher and Streamlit's settings."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_carries_questions_launcher_and_settings(tmp_path: Path) -> None:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"

    subprocess.run([uv, "build", "--wheel", "--out-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "quiz_app/_questions/ivig/course.yaml" in names
    assert "quiz_app/_questions/scig/course.yaml" in names
    assert "quiz_app/_questions/scig/pictures/under-the-skin.svg" in names
    assert "quiz_app/_launcher/streamlit_app.py" in names
    assert "quiz_app/_launcher/.streamlit/config.toml" in names
    assert "quiz_app/export/record.typ" in names
    assert "quiz_app/export/codings.json" in names
    assert "quiz_app/export/fonts/AtkinsonHyperlegibleNext-Regular.ttf" in names
    assert "quiz_app/export/fonts/AtkinsonHyperlegibleNext-Bold.ttf" in names
    assert "quiz_app/export/fonts/OFL.txt" in names
    assert "quiz_app/export/fonts/characters.txt" in names
    assert {f"quiz_app/web/assets/{name}" for name in ("tokens.toml", "fonts/latin.woff2", "icons/phone.svg")} <= set(
        names
    )
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "questions/"))]
