"""What the answers say about each question and lesson: what to look at first, then every figure with its n."""

import streamlit as st

from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.small_numbers import Enough, enough
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web.app_pages.educator.chosen import chosen_course
from quiz_app.web.app_pages.educator.statistics_course import (
    draw_beliefs,
    draw_earlier,
    draw_help,
    draw_quadrant,
    draw_ranking,
    draw_whole,
)
from quiz_app.web.app_pages.educator.statistics_findings import draw_findings
from quiz_app.web.app_pages.educator.statistics_topic import draw_topic
from quiz_app.web.app_pages.educator.statistics_words import too_few
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.running import running


def draw(actor: Actor, say: Words) -> None:
    """Draw the page."""
    shell.show(html.heading(say("staff.statistics")))
    course = chosen_course(say)
    analysis = running().analysing.analysis(actor, course)
    if analysis is None:
        shell.show(html.line(say("stats.no-course")))
        return
    if enough(analysis.patients) < Enough.COUNTS:
        shell.show(html.line(say("stats.nobody-yet", few=too_few(analysis.patients, say))))
        return
    patients = say("stats.patients", title=analysis.course.outline.title, patients=analysis.patients)
    shell.show(html.line(patients))
    if analysis.simulated:
        shell.show(html.box("note", html.line(say("stats.simulated"))))
    draw_help(say)
    draw_findings(analysis, say)
    draw_beliefs(analysis.beliefs, say)
    _draw_topic(analysis, say)
    draw_quadrant(analysis.quadrant, say)
    draw_ranking(analysis.ranking, say)
    draw_whole(analysis.whole, say)
    draw_earlier(analysis.earlier, say)


def _draw_topic(analysis: Analysis, say: Words) -> None:
    """Draw the topic that is picked, the first to begin with."""
    titles = {topic.topic: topic.title for topic in analysis.course.topics}
    shell.show(html.subheading(say("stats.topics")))
    picked = st.selectbox(
        say("stats.topic"),
        list(titles),
        key=f"stats-topic-{analysis.course.outline.course}",
        format_func=lambda name: plain(titles[name]),
        width=420,
    )
    draw_topic(analysis, picked, say)
