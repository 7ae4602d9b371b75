"""Charts with the words that stand for them: one look for all of them, drawn by Altair."""

from collections.abc import Sequence

import altair as alt
import streamlit as st

COLOURS = ("#123a7a", "#1f6b47", "#8a5a00", "#7a1f6b", "#b3261e")
INK = "#1b1b1b"
HEIGHT = 320


def data(values: Sequence[object]) -> alt.Data:
    """Rows of plain values for a chart."""
    return alt.Data(values=values)  # type: ignore[no-untyped-call]  # altair leaves its constructor untyped


def up_to(numbers: Sequence[float]) -> alt.Scale:
    """From nothing to the largest; said outright, because the chart is first drawn before its numbers are there."""
    return alt.Scale(domain=[0, max(numbers, default=1)])


def draw(chart: alt.Chart | alt.LayerChart, values: Sequence[object], alt_text: str, height: int = HEIGHT) -> None:
    """Draw a chart, unless every number in it is hidden."""
    if values:
        chart = chart.properties(height=height).configure_axis(labelColor=INK, titleColor=INK)
        st.altair_chart(chart.configure_legend(labelColor=INK), width="stretch", alt=alt_text)
