"""Dates, times, languages and lists in words, as the clinic says them."""

from collections.abc import Iterable
from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from quiz_app.domain.course import Chance
from quiz_app.i18n.messages import Words

DOT = " \N{MIDDLE DOT} "


def day(when: date, say: Words) -> str:
    """A date with its day of the week: Mon 23 Nov 2026."""
    return format_date(when, "EEE d MMM y", locale=say.locale)


def moment(when: datetime, say: Words) -> str:
    """A moment in the clinic's own time: 23 Nov 2026, 14:05."""
    return format_datetime(when.astimezone(), "d MMM y, HH:mm", locale=say.locale)


def own_name(locale: str) -> str:
    """The name of a language as its own speakers write it, with a capital letter."""
    name = Locale.parse(locale, sep="-").get_display_name(locale.replace("-", "_")) or locale
    return name[:1].upper() + name[1:]


def language(locale: str, say: Words) -> str:
    """The name of a language; its short form where nobody knows it."""
    try:
        return Locale.parse(locale, sep="-").get_display_name(say.locale) or locale
    except (UnknownLocaleError, ValueError):
        return locale


def coded(group: str, values: Iterable[str], say: Words) -> str:
    """The words of coded values, one after the other."""
    return sentence(", ".join(say(f"record.{group}.{value}") for value in values))


def chance_said(chance: Chance, say: Words) -> str:
    """How many out of how many, without what happens to them."""
    about = chance.low if chance.low == chance.high else say("read.range", low=chance.low, high=chance.high)
    return say("read.chance", about=about, of=chance.of)


def sentence(text: str) -> str:
    """The text as it begins a line: with a capital."""
    return text[:1].upper() + text[1:]
