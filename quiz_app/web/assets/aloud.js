// Read aloud: what is on the screen, in order, by voices of the device itself, so that nothing is sent anywhere.
const PIECES = ".quiz :is(h1, h2, p, li, dt, dd, figcaption), .stRadio > label, [data-testid='stRadioOption'], .stCheckbox label"
const SILENT = ".quiz-help, .quiz-part, .quiz-idle, .quiz-line, .quiz-aloud, details:not([open]), [hidden], [aria-hidden=true]"
const OPTION = "[data-testid='stRadioOption'], .stCheckbox label"
const GROUP = "[data-testid='stRadioGroup'], [class*='st-key-group-']"

function voiceFor(lang) {
  const [base] = lang.toLowerCase().split("-")
  const local = window.speechSynthesis?.getVoices().filter(voice => voice.localService) ?? []
  const fits = local.filter(voice => voice.lang.toLowerCase().split(/[-_]/)[0] === base)
  return fits.find(voice => voice.lang.toLowerCase() === lang.toLowerCase()) ?? fits[0]
}

function langOf(piece) {
  return piece.closest("[lang]").lang
}

function onScreen() {
  const shown = [...document.querySelectorAll(PIECES)].filter(piece => !piece.closest(SILENT))
  const heading = document.querySelector(".quiz h1")?.textContent.trim()
  const letters = new Map()
  return shown.flatMap(piece => {
    const words = piece.textContent.replace(/\s+/g, " ").trim()
    const voice = voiceFor(langOf(piece))
    if (!words || !voice || piece.parentElement.closest(PIECES)) return []
    if (piece.matches(".stRadio > label") && words === heading) return [] // it names the group, unseen
    if (!piece.matches(OPTION)) return [{ piece, words, voice }]
    const group = piece.closest(GROUP)
    const count = letters.get(group) ?? 0
    letters.set(group, count + 1)
    return [{ piece, words: `${String.fromCharCode(97 + count)}. ${words}`, voice }]
  })
}

function mark(piece) {
  document.querySelector("[data-spoken]")?.removeAttribute("data-spoken")
  piece?.setAttribute("data-spoken", "")
}

function showAloud(isReading) {
  const canRead = Boolean(voiceFor(document.documentElement.lang))
  for (const row of document.querySelectorAll(".quiz-aloud")) {
    const [start, stop] = row.querySelectorAll("button")
    const hadFocus = document.activeElement === stop
    row.hidden = !canRead
    start.setAttribute("aria-pressed", String(isReading))
    stop.hidden = !isReading
    if (hadFocus && !isReading) start.focus()
  }
}

function stopReading() {
  window.speechSynthesis?.cancel()
  mark(null)
  showAloud(false)
}

function readAloud() {
  stopReading()
  const pieces = onScreen()
  for (const { piece, words, voice } of pieces) {
    const said = new SpeechSynthesisUtterance(words)
    Object.assign(said, { voice, lang: voice.lang, onstart: () => mark(piece) })
    if (piece === pieces.at(-1).piece) said.onend = stopReading
    speechSynthesis.speak(said)
  }
  if (pieces.length) showAloud(true)
}

if (!window.quizAloud) {
  window.quizAloud = true
  document.addEventListener("click", event => {
    const button = event.target.closest(".quiz-aloud button")
    if (!button) return
    const isStart = button.matches(":first-child")
    if (isStart && button.getAttribute("aria-pressed") === "false") readAloud()
    else stopReading()
  })
  addEventListener("pagehide", stopReading)
  document.addEventListener("visibilitychange", () => document.hidden && stopReading())
  window.speechSynthesis?.addEventListener("voiceschanged", () => showAloud(speechSynthesis.speaking))
}
