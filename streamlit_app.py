"""The launcher: `quiz-app serve`, or `streamlit run streamlit_app.py`."""

import streamlit as st

from quiz_app.web.routes import routes
from quiz_app.web.server import SCRIPT, could_not_answer, lifespan, middleware, on_script_error, serve

app = st.App(
    SCRIPT,
    routes=routes(),
    middleware=middleware(),
    lifespan=lifespan,
    on_script_error=on_script_error,
    exception_handlers={Exception: could_not_answer},
)

if __name__ == "__main__":
    serve(app)
