// What Streamlit itself says in English, in the language of the page: names of its controls, and a few texts, some late.
const NAMES = ["title", "aria-label", "placeholder", "aria-roledescription"]
const NAMED = 'button, input, [role="dialog"], [role="application"], [role="grid"], [aria-roledescription]'
const SAID = 'a[href="#stMain"], button, [data-testid="InputInstructions"] *, [role="option"] *, [role="dialog"] > span, [role="dialog"] h2'

function inOurWords(said) {
  for (const [english, ours] of window.quizOwn) {
    const found = said && english.exec(said)
    if (found) return ours.replace("{}", found[1] ?? "")
  }
  return null
}

function translateOwn() {
  for (const each of document.querySelectorAll(NAMED))
    for (const name of NAMES) {
      const ours = inOurWords(each.getAttribute(name))
      if (ours) each.setAttribute(name, ours)
    }
  for (const each of document.querySelectorAll(SAID)) {
    const text = each.childNodes.length === 1 && each.firstChild.nodeType === Node.TEXT_NODE && each.firstChild
    const ours = text && inOurWords(text.data)
    if (ours) text.data = ours
  }
}

// own: our words for each of Streamlit's; {} stands for whatever it fills in.
function keepTranslating(own) {
  const whole = english => new RegExp(`^${english.replace(/[+.]/g, "\\$&").replace("{}", "(.*)")}$`, "s")
  const changes = { childList: true, subtree: true, attributeFilter: NAMES }
  if (!window.quizOwn) new MutationObserver(translateOwn).observe(document.body, changes)
  window.quizOwn = Object.entries(own).map(([english, ours]) => [whole(english), ours])
  translateOwn()
}
