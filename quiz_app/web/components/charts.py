"""Charts with the words that stand for them: one look for all of them, drawn by Altair."""

from collections.abc import Sequence

import altair as alt
import streamlit as st

from quiz_app.web import look

HEIGHT = 320
SERIES = ("brand", "good", "today", "quiet", "emergency")


def data(values: Sequence[object]) -> alt.Data:
    """Rows of plain values for a chart."""
    return alt.Data(values=values)  # type: ignore[no-untyped-call]  # altair leaves its constructor untyped


def up_to(numbers: Sequence[float]) -> alt.Scale:
    """From nothing to the largest; said outright, because the chart is first drawn before its numbers are there."""
    return alt.Scale(domain=[0, max(numbers, default=1)])


def colour(name: str) -> str:
    """A colour of the look in the scheme this visitor sees."""
    return look.tokens()["dark" if st.context.theme.type == "dark" else "light"][name]


def series() -> list[str]:
    """Colours for things told apart."""
    return [colour(name) for name in SERIES]


def draw(chart: alt.Chart | alt.LayerChart, values: Sequence[object], alt_text: str, height: int = HEIGHT) -> None:
    """Draw a chart, unless every number in it is hidden."""
    if values:
        ink = colour("ink")
        # Every number stands in a table: nothing appears under the mouse, and Vega describes no part in English.
        chart = chart.properties(height=height).configure_axis(labelColor=ink, titleColor=ink, aria=False)
        chart = chart.configure_mark(tooltip=False, aria=False).configure_legend(labelColor=ink, aria=False)
        st.altair_chart(chart, width="stretch", alt=alt_text)
