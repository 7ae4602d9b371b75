"""Writes the shipped questions as GIFT and QTI, and what other programs must find in them.

From the project's folder: PYTHONPATH=. python tests/exchange-js/write_expected.py FOLDER
"""

import io
import itertools
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import mark
from quiz_app.exchange.gift import gift
from quiz_app.exchange.judging import share
from quiz_app.exchange.qti import NOT_SURE, identifier, qti
from quiz_app.exchange.tags import tags_of
from tests.exchange.shipped import shipped

Try = dict[str, object]


def in_gift(item: Item) -> Try:
    """What gift-pegjs must find of one item."""
    found: Try = {"id": item.id, "stem": item.ask, "general": item.not_sure, "tags": tags_of(item)}
    if item.kind is Kind.SORT:
        return found | {"pairs": [[thing.what, item.groups[thing.into]] for thing in item.put]}
    shares = [float(share(item, option.verdict)) for option in item.options]
    options = zip(item.options, shares, strict=True)
    return found | {"options": [{"text": o.text, "share": part, "feedback": o.why} for o, part in options]}


def tries_of(item: Item) -> Iterator[Try]:
    """Nothing chosen, and every choice that can be made; for sorting as many as there are groups."""
    yield _try(item, (), None)
    if item.kind is Kind.SORT:
        names = list(item.groups)
        for shift in range(len(names)):
            put = {key: names[(names.index(item.thing(key).into) + shift) % len(names)] for key in item.keys}
            chosen = tuple(f"{key}={name}" for key, name in put.items())
            yield _try(item, chosen, [f"{key} group-{name}" for key, name in put.items()])
    else:
        most = 1 if item.kind is Kind.CHOOSE_ONE else len(item.keys)
        for count in range(1, most + 1):
            for keys in itertools.combinations(item.keys, count):
                yield _try(item, keys, keys[0] if item.kind is Kind.CHOOSE_ONE else list(keys))


def _try(item: Item, choice: tuple[str, ...], response: str | list[str] | None) -> Try:
    is_sort = item.kind is Kind.SORT
    most = len(item.put) or sum(option.verdict is Verdict.RIGHT for option in item.options)
    groups = [f"group-{name}" for name in item.groups]
    return {
        "item": identifier(item.id),
        "file": f"{item.id}.xml",
        "cardinality": "single" if item.kind is Kind.CHOOSE_ONE else "multiple",
        "response": response,
        "state": {"orders": [item.keys, groups]} if is_sort else {"order": item.keys},
        "score": round(mark(item, choice).credit * most) if choice else 0,
        "most": most,
        "feedback": [NOT_SURE] if not choice else item.keys if is_sort else choice,
    }


def write(folder: Path) -> None:
    """Everything that check_gift.mjs and qti.html need."""
    outgoing = shipped()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ivig.gift").write_bytes(gift(outgoing))
    (folder / "ivig.json").write_text(json.dumps([in_gift(item) for item in outgoing.items]), encoding="utf-8")
    tries = [each for item in outgoing.items for each in tries_of(item)]
    (folder / "qti.json").write_text(json.dumps(tries), encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(qti(outgoing))) as package:
        package.extractall(folder / "package")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
