"""The chart-ready note: the whole record in plain words, short enough for any chart."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz_app.domain.summary import PointSummary, SaidBack, Summary
from quiz_app.export import phrases
from quiz_app.export.phrases import SHORT_FINGERPRINT, say, when

LONGEST = 1200
_ASCII = str.maketrans({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2026: "..."})


@dataclass(frozen=True)
class _Cut:
    """How much of each part is written; the rest is counted."""

    chosen: int = 70
    quoted: int = 200
    asked: int = 99
    ordinary: int = 99
    talks: int = 99
    coded: int = 400
    again: int = 99


def note(summary: Summary) -> str:
    """The record in plain text, at most 1,200 characters.

    Too long, it is shortened in a fixed order, saying how many more there are: chosen answers, quotations, own
    questions, ordinary points, coded lists, quotations altogether, answers marked again, points talked about.
    """
    drafts = (_written(summary, cut) for cut in _cuts(summary))
    return next(draft for draft in drafts if len(draft) <= LONGEST)


def _cuts(summary: Summary) -> Iterator[_Cut]:
    asked, ordinary = len(summary.attempt.questions), len(_ordinary(summary))
    talks = len(_talks(summary))
    again = len(summary.attempt.marked_again)
    cut = _Cut(asked=asked, ordinary=ordinary, talks=talks, again=again)
    yield cut
    for chosen in (35, 0):
        yield (cut := replace(cut, chosen=chosen))
    for quoted in (100, 50):
        yield (cut := replace(cut, quoted=quoted))
    for number in reversed(range(asked)):
        yield (cut := replace(cut, asked=number))
    for number in reversed(range(ordinary)):
        yield (cut := replace(cut, ordinary=number))
    yield (cut := replace(cut, coded=120))
    yield (cut := replace(cut, quoted=0))
    for number in reversed(range(again)):
        yield (cut := replace(cut, again=number))
    for number in reversed(range(talks)):
        yield (cut := replace(cut, talks=number))


def _written(summary: Summary, cut: _Cut) -> str:
    lines = [*_head(summary), *_results(summary, cut), *_teaching(summary, cut), *_foot(summary, cut)]
    return "\n".join(lines)


def _head(summary: Summary) -> list[str]:
    attempt = summary.attempt
    title, version = clipped(summary.title, 60), clipped(summary.version, 20)
    fingerprint = summary.course[:SHORT_FINGERPRINT]
    return [
        say("note.headline", headline=phrases.headline(summary)),
        say("note.patient", code=clipped(phrases.code(summary), 70)),
        say("note.course", title=title, version=version, fingerprint=fingerprint, locale=summary.locale),
        say(
            "note.answered",
            who=phrases.who_answered(attempt),
            how=clipped(phrases.origin(summary), 90),
            started=when(attempt.started),
            finished=when(attempt.finished),
        ),
        phrases.content(summary).capitalize() + ".",
    ]


def _results(summary: Summary, cut: _Cut) -> list[str]:
    attempt = summary.attempt
    counts = say("note.results", first=attempt.right_first, final=attempt.right_in_the_end, asked=len(attempt.points))
    talks = [_talk(each, cut) for each in _talks(summary)]
    ordinary = [clipped(point.objective, 80) for point in _ordinary(summary)]
    return [
        counts,
        *_list(say("note.talks"), talks, cut.talks),
        *_list(say("note.ordinary"), ordinary, cut.ordinary),
        *_list(say("note.marked-again"), [clipped(each, 280) for each in phrases.marked_again(attempt)], cut.again),
    ]


Talk = tuple[PointSummary | None, SaidBack | None]


def _talks(summary: Summary) -> list[Talk]:
    """The points to talk about with what was said back, and anything else that was said back."""
    said = {each.item: each for each in summary.said_back}
    points = summary.attempt.to_talk_about
    others = [each for each in summary.said_back if each.item not in {point.item for point in points}]
    return [*((point, said.get(point.item)) for point in points), *((None, each) for each in others)]


def _talk(talk: Talk, cut: _Cut) -> str:
    point, said = talk
    parts = []
    if point:
        parts.append(phrases.objective(clipped(point.objective, 80), say(f"record.reason.{point.reason}")))
        parts += _chosen(point, cut.chosen)
    elif said:
        parts.append(clipped(said.objective, 80))
    if said:
        words = f" {_quoted(said.words, cut.quoted)}" if said.words and cut.quoted else ""
        parts.append(say("note.said-back", how=say(f"record.understanding.{said.understanding}")) + words)
    else:
        parts.append(say("note.not-said-back"))
    return " ".join(parts)


def _chosen(point: PointSummary, most: int) -> list[str]:
    """What was chosen at first and in the end, in the patient's screen's words; nothing where there is no room."""
    if not most or point.first is None or point.final is None:
        return []
    first, final = (_quoted(phrases.told(answered), most) for answered in (point.first, point.final))
    return [say("note.chosen-twice" if point.asked_again else "note.chosen", first=first, final=final)]


def _ordinary(summary: Summary) -> list[PointSummary]:
    """The ordinary points not right in the end."""
    return [p for p in summary.attempt.points if not p.critical and p.final and not p.final.right]


def _teaching(summary: Summary, cut: _Cut) -> list[str]:
    talk = summary.conversation
    lines = []
    if talk:
        pairs = "; ".join(f"{what}: {how}" for what, how in phrases.education(talk))
        said_by = say("note.talk", who=clipped(talk.signer, 40), when=when(talk.at))
        lines.append(f"{said_by} {clipped(pairs, cut.coded)}.")
    asked = [_quoted(text, cut.quoted) for text in summary.attempt.questions]
    return lines + _list(say("note.questions"), asked, cut.asked)


def _foot(summary: Summary, cut: _Cut) -> list[str]:
    lines = [clipped(phrases.confirmation(summary), 140 + cut.quoted)] if summary.confirmation else []
    again = summary.refresher
    if again:
        result = say("note.refresher", right=again.right_first, asked=len(again.points), when=when(again.finished))
        lines.append(result)
    return lines


def _list(heading: str, entries: list[str], number: int) -> list[str]:
    """A heading with that many entries under it and a count of the others; nothing for no entries."""
    if not entries:
        return []
    more = len(entries) - number
    counted = [say("note.more", number=more)] if more > 0 else []
    return [heading, *(f"- {entry}" for entry in entries[:number]), *counted]


def _quoted(text: str, most: int) -> str:
    return f'"{clipped(text, most)}"'


def clipped(text: str, most: int) -> str:
    """The text on one line of signs that every chart takes, cut to that many; letters of other languages stay."""
    straight = unicodedata.normalize("NFC", text).translate(_ASCII)
    line = "".join(sign for sign in " ".join(straight.split()) if sign.isprintable())
    return line if len(line) <= most else line[: max(most - 3, 0)].rstrip() + "..."
