"""Pictures: does the drawing exist, and is it nothing but a drawing?"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from quiz_app.content.bank import Bank
from quiz_app.content.problems import Problem, did_you_mean, problem

_SHAPE_NAMES = (
    "svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol marker "
    "pattern mask clipPath linearGradient radialGradient stop style metadata filter feGaussianBlur feOffset feMerge "
    "feMergeNode feDropShadow"
)
_SHAPES = frozenset(_SHAPE_NAMES.split())
_OUTSIDE = re.compile(r"javascript:|data:|https?:|//|@import|url\(\s*['\"]?(?!#)", re.I)


def pictures_exist(bank: Bank) -> Iterator[Problem]:
    """Each picture a screen shows lies in the folder 'pictures'."""
    for screen in bank.screens:
        picture = screen.model.picture
        if picture and picture.file not in bank.pictures:
            remedy = did_you_mean(picture.file, bank.pictures)
            message = f"There is no picture '{picture.file}'."
            yield screen.problem("E229", message, at=("picture", "file"), remedy=remedy)


def pictures_are_only_pictures(bank: Bank) -> Iterator[Problem]:
    """No drawing carries a script, a link or anything that is fetched from elsewhere."""
    for path in bank.pictures.values():
        trouble = _trouble_in(path)
        if trouble:
            yield problem("E230", f"This drawing holds {trouble}.", file=path.as_posix())


def _trouble_in(path: Path) -> str:
    try:
        text = path.read_text("utf-8")
        if "<!" in re.sub(r"<!--.*?-->", "", text, flags=re.S) or "<?xml-stylesheet" in text:
            return "a declaration ('<!' or '<?xml-stylesheet')"
        root = ElementTree.fromstring(text)  # noqa: S314 - without declarations there is nothing to expand
    except (UnicodeDecodeError, ElementTree.ParseError):
        return "something that is not plain SVG"
    return next((trouble for element in root.iter() if (trouble := _trouble_at(element))), "")


def _trouble_at(element: ElementTree.Element) -> str:
    name = _bare(element.tag)
    if name not in _SHAPES:
        return f"a part that is no shape (<{name}>)"
    for key, value in element.attrib.items():
        attribute = _bare(key)
        if attribute.lower().startswith("on"):
            return f"a script ({attribute}=)"
        if attribute == "href" and not value.startswith("#"):
            return f"a link ({value[:40]})"
        if _OUTSIDE.search(value):
            return f"something fetched from elsewhere ({attribute}=)"
    return (
        "something fetched from elsewhere (<style>)" if name == "style" and _OUTSIDE.search(element.text or "") else ""
    )


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (pictures_exist, pictures_are_only_pictures)
