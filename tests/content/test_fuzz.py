from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz_app.content import Library, load_library
from quiz_app.content.source import read
from tests.content.small_bank import FILES, TODAY, write_bank
from tests.speed import times_as_long

PIECES = (
    b"\t", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"{", b"}", b"[", b"]", b"'", b'"', b": ", b"- ",
    b"? ", b"&a ", b"*a ", b"!!python/object ", b"| ", b"> ", b"# ", b"---\n", b"...\n", b"%YAML 1.1\n", b"<<: ", b"\\",
    b"{clinic_phone}", b"{{x}}", b"<script>", b"\n\n", b"        ", b"~", b"0x1F", b"# check: off W323 because ",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, original: bytes) -> bytes:
    """The bytes of a file after a few slips: something put in, taken out, doubled, moved in or cut off."""
    content = original
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        middle = draw(
            st.sampled_from(PIECES)
            | st.binary(max_size=4)
            | st.just(content[start:end] * 2)
            | st.just(content[start:end].replace(b"\n", b"\n "))
        )
        content = content[:start] + middle + content[end:]
    return content


def checked(name: str, content: bytes) -> Library:
    with TemporaryDirectory() as folder:
        return load_library(write_bank(Path(folder), {name: content}), today=TODAY)


def assert_only_problems(library: Library, name: str, content: bytes) -> None:
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for found in library.problems:
        assert found.line >= 1
        assert found.column >= 1
        assert not found.file.endswith(name) or found.line <= lines
        assert found.message.endswith((".", "'.", "?"))


SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_a_mutated_file_gives_problems_and_never_a_crash(name: str, data: st.DataObject) -> None:
    content = data.draw(mutated(FILES[name].encode()))

    library = checked(name, content)

    assert_only_problems(library, name, content)


@SETTINGS
@given(content=st.binary(max_size=300))
def test_any_bytes_give_problems_and_never_a_crash(content: bytes) -> None:
    source, problems = read(content, file="a.yaml")

    assert source is not None or problems


@pytest.mark.slow
@settings(SETTINGS, max_examples=2_000)
@given(data=st.data())
def test_two_thousand_mutated_topics_are_read_or_refused_in_the_time_of_some_topics_each(data: st.DataObject) -> None:
    original = FILES["small/topics/signs.yaml"].encode()
    content = data.draw(mutated(original))

    assert times_as_long(lambda: read(content, file="a.yaml"), lambda: read(original, file="a.yaml")) < 50
