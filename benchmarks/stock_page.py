"""The least page in stock Streamlit with a quiz question's widgets; what was chosen lives in memory only.

The yardstick of turn.py. Run it with `streamlit run benchmarks/stock_page.py`: no settings, no style, no database.
"""

import streamlit as st

ROUND = 12
STEPS = (
    "drink a glass of water first",
    "call the clinic the same day",
    "wait until the next visit",
    "take a short rest",
)
WHY = "Your nurse can look into it early, while it is still easy to help you."


def next_question() -> None:
    """Go on to the next question and forget what was chosen."""
    st.session_state["number"] = (st.session_state["number"] + 1) % ROUND
    st.session_state["given"] = None


st.set_page_config(page_title="A stock quiz")
number = st.session_state.setdefault("number", 0)
given = st.session_state.setdefault("given", None)
options = [f"Choice {place}: {text} (day {number + 1})" for place, text in enumerate(STEPS, start=1)]

st.title("About your treatment")
st.progress(number / ROUND, text=f"{number + 1} of {ROUND}")
st.markdown(f"**On day {number + 1} you feel dizzy. What do you do?** Choose the one that fits *best*.")
chosen = st.radio("Your choice", options, index=None, key=f"choice-{number}", disabled=given is not None)
if given is None and st.button("Submit", type="primary", disabled=chosen is None):
    given = st.session_state["given"] = chosen
if given == options[1]:
    st.success(f"Yes, that's right. {WHY}")
elif given is not None:
    st.error(f"Not quite. The best choice is: {options[1]}. {WHY}")
if given is not None:
    st.button("Continue", on_click=next_question)
