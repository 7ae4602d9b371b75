"""A worksheet for one topic: what a machine can count is filled in with its evidence, the rest is asked of two raters.

Informed by PEMAT-P and by the CDC Clear Communication Index, in words of our own. It gives no score of either: both
are for trained raters, and a count is no judgement.
"""

from collections.abc import Callable, Sequence

from quiz_app.content.points import Counted, Part, Point, Worksheet
from quiz_app.content.reading_level import known_words, reading_level
from quiz_app.content.rules.scenes import begins_without_verb
from quiz_app.content.rules.writing import MAX_MESSAGE_WORDS, MAX_SCREEN_WORDS, passives_in
from quiz_app.content.words import content_stems, folded, word_count
from quiz_app.domain.course import Course, Screen, Topic
from quiz_app.domain.item import Item, Level, Verdict

HARD_GRADE = 6
LONG_SENTENCES = 15


def worksheet(course: Course, topic: Topic) -> Worksheet:
    """The worksheet of a topic of this course."""
    return Worksheet(
        course=course.outline.course,
        topic=topic.topic,
        title=topic.title,
        version=course.outline.version,
        fingerprint=course.content_fingerprint,
        parts=tuple(part(course, topic) for part in _PARTS),
    )


def _message(course: Course, topic: Topic) -> Part:
    words = word_count(topic.main_message)
    message = content_stems(topic.main_message)
    here = message & content_stems(" ".join(_shown(topic.lesson[0])))
    return Part(
        "Message",
        (
            Point(
                f"There is one main message of {MAX_MESSAGE_WORDS} words or fewer.",
                Counted(f"{words} words: “{topic.main_message}”", holds=words <= MAX_MESSAGE_WORDS),
            ),
            Point(
                "The first screen already says it.",
                Counted(
                    f"{len(here)} of its {len(message)} main words stand there", holds=2 * len(here) >= len(message)
                ),
            ),
            Point("Who has read the topic would name this message as the most important one."),
            Point("Nothing stands here that patients do not need in order to act."),
        ),
    )


def _words(course: Course, topic: Topic) -> Part:
    level = reading_level("\n\n".join(_read(topic)), known=known_words(_terms(course)))
    passives = [found for text in _read(topic) for found in passives_in(text)]
    to_you = sum(" you" in f" {folded(' '.join(_shown(screen)))}" for screen in topic.lesson)
    everything = f" {folded(' '.join(_read(topic)))} "
    terms = [word for word in course.glossary if f" {folded(word)} " in everything]
    grades = f"Flesch-Kincaid {level.flesch_kincaid:.1f}, SMOG {level.smog:.1f}"
    return Part(
        "Words",
        (
            Point(
                f"It reads at grade {HARD_GRADE} or lower.",
                Counted(
                    f"grade {level.grade:.1f} ({grades}); {level.words} words in all", holds=level.grade <= HARD_GRADE
                ),
            ),
            Point(
                f"Sentences have {LONG_SENTENCES} words or fewer on average.",
                Counted(
                    f"{level.words_per_sentence:.1f} words in {level.sentences} sentences",
                    holds=level.words_per_sentence <= LONG_SENTENCES,
                ),
            ),
            Point("It says who acts (the clearest passives are counted).", _none_of(passives, "no passive found")),
            Point(
                "The screens speak to “you”.",
                Counted(f"{to_you} of {len(topic.lesson)} screens", holds=to_you == len(topic.lesson)),
            ),
            Point("Words of medicine are in the glossary.", Counted(_listed(terms) or "none is used")),
            Point("The words are those that patients use themselves; a hard word is explained where it comes first."),
        ),
    )


def _actions(course: Course, topic: Topic) -> Part:
    steps = [screen.do for screen in topic.lesson if screen.do]
    without = [step for step in steps if begins_without_verb(step)]
    items = _asked(topic)
    doing = sum(item.level is not Level.KNOW for item in items)
    cards = sum(screen.card is not None for screen in topic.lesson)
    return Part(
        "What to do",
        (
            Point("There is at least one thing to do.", Counted(f"{len(steps)}: {_listed(steps)}", holds=bool(steps))),
            Point("Each begins with a verb.", _none_of(without, "all do")),
            Point(
                "At least half of the questions ask to decide or to act.",
                Counted(f"{doing} of {len(items)} questions", holds=2 * doing >= len(items)),
            ),
            Point(
                "Care cards say whom to call for which sign.",
                Counted(f"{cards} cards on {len(topic.lesson)} screens"),
            ),
            Point("Each thing to do is cut into steps small enough to take; it is clear when, and whom to call."),
            Point("Patients get something to hold that helps them do it: a card, a list, a log."),
        ),
    )


def _numbers(course: Course, topic: Topic) -> Part:
    drawn = [
        f"{screen.chance.about} of {screen.chance.of} {screen.chance.what}" for screen in topic.lesson if screen.chance
    ]
    return Part(
        "Numbers and chances",
        (
            Point(
                "Chances are told as so many of 100, and drawn.",
                Counted(_listed(drawn) or "no chance is told in this topic"),
            ),
            Point("Nobody has to calculate; a number comes with what it means."),
            Point("What helps and what can harm are both told, with the same weight."),
            Point("It says what is known and what is not."),
        ),
    )


def _order(course: Course, topic: Topic) -> Part:
    lengths = {screen.id: word_count(" ".join(_shown(screen))) for screen in topic.lesson}
    longest = max(lengths, key=lambda name: lengths[name])
    pictures = [screen.picture for screen in topic.lesson if screen.picture]
    lists = sum("\n- " in f"\n{screen.say}" for screen in topic.lesson)
    return Part(
        "Order and pictures",
        (
            Point(
                f"A screen has {MAX_SCREEN_WORDS} words or fewer under a heading of its own.",
                Counted(
                    f"{len(lengths)} screens; the longest, {longest}, has {lengths[longest]} words",
                    holds=lengths[longest] <= MAX_SCREEN_WORDS,
                ),
            ),
            Point("Cues for the eye lead to what matters.", Counted(f"{len(pictures)} pictures, {lists} lists")),
            Point(
                "Each picture has words that stand for it.",
                Counted(_listed([picture.alt for picture in pictures]) or "there is no picture"),
            ),
            Point("Each screen holds one idea, and its heading tells it; the order is the one patients need."),
            Point("The pictures teach what the words say, show people like our patients, and do not distract."),
        ),
    )


def _trust(course: Course, topic: Topic) -> Part:
    items = _asked(topic)
    wrong = [option for item in items for option in item.options if option.verdict is Verdict.WRONG]
    named = sum(option.misconception is not None for option in wrong)
    alone = [item.id for item in items if item.critical and not item.sibling]
    unsourced = [screen.id for screen in topic.lesson if not screen.sources]
    unsourced += [item.id for item in items if not item.sources]
    return Part(
        "Questions and sources",
        (
            Point("Every screen and question cites its source.", _none_of(unsourced, "all do")),
            Point("Critical questions come in pairs.", _none_of(alone, "all do")),
            Point(
                "Behind each option that is not right stands a belief that patients hold.",
                Counted(f"{named} of {len(wrong)} name one", holds=named == len(wrong)),
            ),
            Point("The right answers are right today."),
            Point(
                "Each option that is not right is safe to believe for a minute, until the feedback stands beside it."
            ),
            Point("The feedback is kind, and says what is so, why, and what to do."),
            Point("A translator would understand every question in one way only."),
        ),
    )


def _shown(screen: Screen) -> list[str]:
    card = [screen.card.heading, *screen.card.signs] if screen.card else []
    return [screen.heading, screen.say, screen.do or "", *card]


def _asked(topic: Topic) -> list[Item]:
    return [item for item in topic.items if not item.retired]


def _read(topic: Topic) -> list[str]:
    """What is read in running text: the lesson, the questions and what is said about the options."""
    texts = [topic.main_message, *topic.objectives.values()]
    for screen in topic.lesson:
        texts += [screen.say, screen.do or "", *(screen.card.signs if screen.card else ())]
    for item in _asked(topic):
        texts += [item.ask, *(option.why for option in item.options), *(thing.why for thing in item.put)]
        texts += [item.not_sure, item.teach_back or ""]
    return [text for text in texts if text]


def _terms(course: Course) -> list[str]:
    return [form for word, term in course.glossary.items() for form in (word, *term.also)]


def _none_of(found: Sequence[str], nothing: str) -> Counted:
    return Counted(_listed(found) or nothing, holds=not found)


def _listed(texts: Sequence[str]) -> str:
    return "; ".join(f"“{text}”" for text in texts)


_PARTS: tuple[Callable[[Course, Topic], Part], ...] = (_message, _words, _actions, _numbers, _order, _trust)
