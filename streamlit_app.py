"""The launcher: `streamlit run streamlit_app.py`, or `quiz-app serve`."""

from quiz_app.web.server import build

app = build()
