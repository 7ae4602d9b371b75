// The bridge from Streamlit's page to assistive technology: language, focus, what to read out, names of groups.
function nameGroups() {
  for (const part of document.querySelectorAll('[class*="st-key-lang-"]'))
    part.lang = [...part.classList].find(each => each.startsWith("st-key-lang-")).slice("st-key-lang-".length)
  for (const group of document.querySelectorAll('[class*="st-key-group-"]')) {
    const heading = document.querySelector(".quiz h1")
    if (!heading) continue
    heading.id = "quiz-heading"
    group.setAttribute("role", "group")
    group.setAttribute("aria-labelledby", heading.id)
  }
  for (const group of document.querySelectorAll('[class*="st-key-named-"]')) {
    const name = [...group.classList].find(each => each.startsWith("st-key-named-")).slice("st-key-named-".length)
    group.setAttribute("role", "group")
    group.setAttribute("aria-labelledby", `field-${name}`)
  }
}

function focusHeading() {
  const heading = document.querySelector(".quiz h1")
  if (!heading) return false
  heading.setAttribute("tabindex", "-1")
  heading.focus({ preventScroll: true })
  const main = document.querySelector('[data-testid="stMain"]')
  if (main) main.scrollTo({ top: 0 })
  window.scrollTo({ top: 0 })
  return true
}

function firstFieldBelow(place) {
  const isBelow = field => place.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING
  return [...document.querySelectorAll("input, textarea")].find(isBelow)
}

// A link of an error summary leads to the first field below the heading it names.
document.addEventListener("click", event => {
  const link = event.target.closest(".quiz-summary a")
  const heading = link && document.getElementById(link.hash.slice(1))
  const field = heading && firstFieldBelow(heading)
  if (!field) return
  event.preventDefault()
  field.focus()
  heading.scrollIntoView({ block: "start" })
})

// Streamlit listens for these letters on the whole page; here a letter does nothing outside a field.
for (const press of ["keydown", "keypress", "keyup"])
  window.addEventListener(press, event => {
    const isShortcut = /^[rc]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
    if (isShortcut && !event.target.closest?.("input, textarea, select, [contenteditable]")) event.stopImmediatePropagation()
  }, { capture: true })

function focusProblem() {
  const summary = document.querySelector(".quiz-summary")
  if (summary) {
    summary.focus()
    summary.scrollIntoView({ block: "start" })
    return true
  }
  const problem = document.querySelector(".quiz-problem")
  const form = problem && problem.closest('[data-testid="stForm"]')
  const field = form ? form.querySelector("input, textarea") : problem && firstFieldBelow(problem)
  if (!field) return false
  problem.id = "quiz-problem"
  field.setAttribute("aria-describedby", problem.id)
  field.focus()
  problem.scrollIntoView({ block: "nearest" })
  return true
}

function soon(act, tries = 20) {
  if (!act() && tries > 0) requestAnimationFrame(() => soon(act, tries - 1))
}

// data: what close_page() of the shell says about the screen that was just drawn.
window.quizDraw = data => {
  if (!data) return
  document.documentElement.lang = data.lang
  document.documentElement.dir = data.dir
  if (data.reads) document.cookie = `language=${data.lang}; path=/; samesite=lax` // for the pages beside the app
  const state = (window.quizBridge ||= { step: null, focus: "" })
  const { line, own } = JSON.parse(data.words)
  window.quizLine.words = line
  requestAnimationFrame(() => {
    nameGroups()
    keepTranslating(own)
    if (data.step !== state.step || data.focus !== state.focus) stopReading()
    watchIdle()
    if (data.focus.startsWith("problem") && data.focus !== state.focus) soon(focusProblem)
    else if (data.step !== state.step) soon(focusHeading)
    if (data.said !== state.said) window.quizLine.say(data.said)
    Object.assign(state, { step: data.step, focus: data.focus, said: data.said })
  })
}
