"""The script Streamlit runs on every click: who is asking, then their screen."""

from quiz_app.web import session
from quiz_app.web.app_pages.main import draw

with session.once().drawing():
    draw()
