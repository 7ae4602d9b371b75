"""Names, files and marks: does each part have a name of its own, and does every list point at a file?"""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from quiz_app.content.bank import Bank, Part
from quiz_app.content.problems import Problem, did_you_mean
from quiz_app.content.words import folded
from quiz_app.domain.course import ReviewStatus
from quiz_app.domain.item import Item


def names_match_their_files(bank: Bank) -> Iterator[Problem]:
    """The course is called like its folder, a topic like its file."""
    if bank.outline and bank.outline.model.course != bank.folder.name:
        message = f"The course is called '{bank.outline.model.course}', its folder '{bank.folder.name}'."
        yield bank.outline.problem("E213", message, at=("course",))
    for topic in bank.topics:
        file_name = PurePath(topic.source.file).stem
        if topic.model.topic != file_name:
            message = f"The topic is called '{topic.model.topic}', its file '{file_name}'."
            yield topic.problem("E213", message, at=("topic",))


def listed_topics_have_files(bank: Bank) -> Iterator[Problem]:
    """Each topic of the outline has a file, and each file stands in the outline."""
    if bank.outline is None:
        return
    files = {PurePath(name).stem for name in bank.topic_files}
    listed = bank.outline.model.topics
    for index, name in enumerate(listed):
        if name not in files:
            message = f"There is no file topics/{name}.yaml."
            yield bank.outline.problem("E232", message, at=("topics", index), remedy=did_you_mean(name, files))
        if name in listed[:index]:
            yield bank.outline.problem("E214", f"The topic '{name}' is listed twice.", at=("topics", index))
    for topic in bank.topics:
        if topic.model.topic not in listed:
            yield topic.problem("W233", f"course.yaml does not list '{topic.model.topic}'.", at=("topic",))


def names_are_used_once(bank: Bank) -> Iterator[Problem]:
    """Item ids are unique in the course, screen ids in their topic."""
    yield from _used_once([(item.model.id, item) for item in bank.items])
    for topic in bank.topics:
        yield from _used_once([(screen.model.id, screen) for screen in topic.screens])


def questions_are_asked_once(bank: Bank) -> Iterator[Problem]:
    """No two items ask in the same words."""
    first: dict[str, Part[Item]] = {}
    for item in bank.asked:
        earlier = first.setdefault(folded(item.model.ask), item)
        if earlier is not item:
            message = f"'{earlier.model.id}' asks in the same words."
            yield item.problem("E215", message, at=("ask",))


def approval_says_who(bank: Bank) -> Iterator[Problem]:
    """Approved content names who approved it, in which role and when."""
    if bank.outline is None or bank.outline.model.review.status is not ReviewStatus.APPROVED:
        return
    review = bank.outline.model.review
    for name in ("approved_by", "role", "approved_on"):
        if getattr(review, name) is None:
            message = f"The review says 'approved', but '{name}' is missing."
            yield bank.outline.problem("E236", message, at=("review", "status"))


def _used_once(named: list[tuple[str, Part[object]]]) -> Iterator[Problem]:
    first: dict[str, Part[object]] = {}
    for name, part in named:
        earlier = first.setdefault(name, part)
        if earlier is not part:
            line = earlier.source.at_name((*earlier.path, "id")).line
            message = f"The id '{name}' is taken: {PurePath(earlier.source.file).name}, line {line}."
            yield part.problem("E214", message, at=("id",))


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    names_match_their_files,
    listed_topics_have_files,
    names_are_used_once,
    questions_are_asked_once,
    approval_says_who,
)
