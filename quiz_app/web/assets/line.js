// The line to the server: tells calmly when it is gone and when it is back, in the words the page was given, and
// takes the page away when this browser has become somebody else's.
// Loaded before Streamlit, whose own notices are in English and are turned off here the way its hosts do.
const LOST_AFTER = 1000 // ms: a shorter gap needs no words
const SLOW_AFTER = 10000 // ms that the first connection may take
const ANSWERED_IN = 2000 // ms after a press at which the line is tried if nothing has come back
const TRIED_FOR = 4000 // ms that a try may take

const STATE = "data-test-connection-state"
const RUN = "data-test-script-state"

window.__streamlit = {
  BACKEND_BASE_URL: `${location.origin}/`,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, blockErrorDialogs: true },
}

// Streamlit writes dates and months in the language of the browser, which may not be that of the page.
const { lang } = document.documentElement
if (lang && !navigator.language.startsWith(lang))
  for (const [name, value] of Object.entries({ language: lang, languages: [lang] }))
    Object.defineProperty(navigator, name, { get: () => value })

const line = (window.quizLine = { words: {}, isLost: false, say: () => {} })
let wasThere = false
let heard = 0 // when the server last began or ended a run
let timer = 0
let focused = null
let notice = null
let hasMissed = false

const app = () => document.querySelector('[data-testid="stApp"]')
const state = () => app()?.getAttribute(STATE)
const isRunning = () => app()?.getAttribute(RUN) === "running"
const tell = (type, more) => window.postMessage({ stCommVersion: 1, type, ...more }, location.origin)
const tryLine = () => state() === "CONNECTED" && tell("SEND_APP_HEARTBEAT", { ackTimeoutMilliseconds: TRIED_FOR })

function build() {
  line.words = JSON.parse(document.getElementById("quiz-line-words").textContent)
  const region = document.createElement("div")
  region.id = "quiz-live"
  region.setAttribute("role", "status")
  region.setAttribute("aria-live", "polite")
  line.say = text => { region.textContent = text }
  notice = document.createElement("section")
  notice.className = "quiz quiz-line"
  notice.setAttribute("aria-labelledby", "quiz-line")
  notice.hidden = true
  document.body.append(region, notice)
  new MutationObserver(seen => {
    if (seen.some(each => each.attributeName === RUN)) heard = performance.now()
    look()
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: [STATE, RUN],
  })
  if (hasMissed) lost("ended")
}

function look() {
  const now = state()
  if (now === "CONNECTED") {
    wasThere = true
    clearTimeout(timer)
    timer = 0
    if (line.isLost) back()
  } else if (now === "DISCONNECTED_FOREVER") {
    lost("ended")
  } else if (now && !line.isLost && !timer) {
    timer = setTimeout(lost, wasThere ? LOST_AFTER : SLOW_AFTER)
  }
}

function lost(kind) {
  const hasEnded = kind === "ended"
  if (line.isLost && !hasEnded) return
  line.isLost = true
  const { title, kept, wait, again, reload } = line.words
  const said = hasEnded ? [kept, again] : [kept, wait]
  const heading = document.createElement("h2")
  heading.id = "quiz-line"
  heading.textContent = title
  const lines = said.map(text => Object.assign(document.createElement("p"), { textContent: text }))
  notice.replaceChildren(heading, ...lines)
  if (hasEnded) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: reload })
    button.onclick = () => location.reload()
    notice.append(button)
  }
  notice.hidden = false
  document.documentElement.classList.add("quiz-is-lost")
  line.say([title, ...said].join(". "))
}

function back() {
  line.isLost = false
  notice.hidden = true
  document.documentElement.classList.remove("quiz-is-lost")
  line.say(line.words.back)
  // A field that was disabled without the line gave the cursor away.
  requestAnimationFrame(() => {
    if (focused?.isConnected && document.activeElement === document.body) focused.focus({ preventScroll: true })
  })
  // A run that was cut with the line leaves an empty page behind.
  setTimeout(() => document.querySelector(".quiz h1") || tell("RERUN_SCRIPT"), ANSWERED_IN)
}

function stay(event) {
  if (line.isLost) event.preventDefault()
}

// A dead line swallows a press without a word, so the line is tried unless something came back.
function watchAnswer() {
  const pressed = performance.now()
  setTimeout(() => {
    if (heard > pressed && !isRunning()) return
    tryLine()
    setTimeout(() => isRunning() && tryLine(), TRIED_FOR)
  }, ANSWERED_IN)
}

addEventListener("DOMContentLoaded", build)
addEventListener("focusin", event => { focused = event.target })
addEventListener("offline", tryLine)
addEventListener("visibilitychange", () => document.visibilityState === "visible" && tryLine())
for (const press of ["click", "change"]) addEventListener(press, watchAnswer, { capture: true, passive: true })
// Without the line a link would leave what was chosen for the browser's own page of errors; a number to call works.
addEventListener("click", event => event.target.closest?.("a[href]")?.origin === location.origin && stay(event), true)
addEventListener("submit", stay, true)
// A part of the page that did not come: nothing on it would work.
addEventListener("error", event => {
  const part = event.target
  if (part.tagName !== "SCRIPT") return
  if (notice) lost("ended")
  else hasMissed = true
}, true)

// Another tab may have left or let somebody else in; a page that comes back from the past may show who was here before.
const visit = document.currentScript.dataset.visit
const tabs = new BroadcastChannel("quiz")
async function lookWho() {
  const answer = await fetch("/here", { method: "POST" }).catch(() => null)
  if (!answer?.ok || (await answer.json()).visit === visit) return true
  document.documentElement.hidden = true
  location.replace("/")
  return false
}
tabs.onmessage = lookWho
tabs.postMessage("look")
addEventListener("pageshow", async event => {
  if (!event.persisted) return
  document.documentElement.hidden = true
  document.documentElement.hidden = !(await lookWho())
})
