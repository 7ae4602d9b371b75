"""What a phone loads for a question: little the first time, next to nothing after that, and nothing from elsewhere."""

from typing import TypedDict

from playwright.sync_api import BrowserContext, Page

from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import PHONE, Clinic
from tests.browser.steps import wait_until_drawn

COLD_MOST, WARM_MOST = 1_100_000, 30_000


class _Loaded(TypedDict):
    encodedDataLength: float


class _Frame(TypedDict):
    payloadData: str


class _Spoken(TypedDict):
    response: _Frame


def _weight(context: BrowserContext) -> float:
    """Bytes over the wire, with those of the websocket, until the page of this device has long been drawn."""
    page, sizes = context.new_page(), list[float]()
    log = context.new_cdp_session(page)
    log.send("Network.enable")

    def loaded(event: _Loaded) -> None:
        sizes.append(event["encodedDataLength"])

    def spoken(event: _Spoken) -> None:
        sizes.append(len(event["response"]["payloadData"]) * 3 / 4)  # binary frames are logged as base64

    log.on("Network.loadingFinished", loaded)
    log.on("Network.webSocketFrameReceived", spoken)
    page.goto("/")
    wait_until_drawn(page)
    page.wait_for_timeout(1500)
    page.close()
    return sum(sizes)


def test_a_question_weighs_at_most_1100_kb_cold_and_30_kb_warm(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    context = clinic.unpack(PHONE, cookie=clinic.backstage.patient_cookie(walked.attempt))

    cold, warm = _weight(context), _weight(context)

    assert 300_000 < cold <= COLD_MOST  # less than that and something was not counted
    assert 1_000 < warm <= WARM_MOST


def test_words_are_drawn_while_their_font_is_still_under_way(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    page: Page = clinic.new_page(cookie=clinic.backstage.patient_cookie(walked.attempt))
    fonts: list[str] = []
    page.route("**/*.woff2*", lambda route: fonts.append(route.request.url))  # never answered

    page.goto("/", wait_until="commit")
    wait_until_drawn(page)

    assert fonts
    faces = page.evaluate(
        "[...document.fonts].filter(face => /Hyperlegible/.test(face.family)).map(face => face.display)"
    )
    assert set(faces) == {"swap"}
