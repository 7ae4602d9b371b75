"""The launcher: `quiz-app serve`, or `streamlit run streamlit_app.py`."""

import streamlit as st

from quiz_app.web.server import SCRIPT, lifespan, middleware, routes, serve

app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=lifespan)

if __name__ == "__main__":
    serve(app)
