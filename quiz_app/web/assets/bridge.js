// The bridge from Streamlit's page to assistive technology: language, focus, one live region, names of groups.
const LIVE = "quiz-live"

function liveRegion() {
  let region = document.getElementById(LIVE)
  if (!region) {
    region = document.createElement("div")
    region.id = LIVE
    region.setAttribute("role", "status")
    region.setAttribute("aria-live", "polite")
    document.body.appendChild(region)
  }
  return region
}

function nameGroups() {
  for (const group of document.querySelectorAll('[class*="st-key-group-"]')) {
    const heading = document.querySelector(".quiz h1")
    if (!heading) continue
    heading.id = "quiz-heading"
    group.setAttribute("role", "group")
    group.setAttribute("aria-labelledby", heading.id)
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

function focusProblem() {
  const problem = document.querySelector(".quiz-problem")
  const form = problem && problem.closest('[data-testid="stForm"]')
  const field = form && form.querySelector("input, textarea")
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

export default function (component) {
  const { data } = component
  if (!data) return
  document.documentElement.lang = data.lang
  document.documentElement.dir = data.dir || "ltr"
  const state = (window.quizBridge ||= { step: null, focus: "" })
  const region = liveRegion()
  requestAnimationFrame(() => {
    nameGroups()
    if (data.focus.startsWith("problem") && data.focus !== state.focus) soon(focusProblem)
    else if (data.step !== state.step) soon(focusHeading)
    if (data.said !== state.said) region.textContent = data.said
    Object.assign(state, { step: data.step, focus: data.focus, said: data.said })
  })
}
