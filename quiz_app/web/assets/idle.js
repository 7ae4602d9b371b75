// A device that staff lent, and a page of staff, hold the words to ask after some idle minutes; no other counts time.
// The pages beside the app load this file by itself; within the app the bridge looks for the words on every screen.
const WARN = 60 // seconds before the end of the visit at which somebody is asked for
const AGAIN = 20 // seconds between two notes to the server, which knows best how long the visit lasts

function watchIdle() {
  const words = document.querySelector(".quiz-idle")
  if (!words || window.quizIdle) return
  const then = words.dataset.then // where it goes if nobody answers; staff stay, for what they typed
  const state = (window.quizIdle = { touched: 0, noted: 0, seen: 0, ends: Infinity })
  const dialog = document.createElement("dialog")
  dialog.className = "quiz quiz-asks"
  dialog.setAttribute("role", "alertdialog")
  dialog.innerHTML = words.innerHTML
  dialog.querySelector("h2").id = "quiz-asks"
  dialog.setAttribute("aria-labelledby", "quiz-asks")
  document.body.appendChild(dialog)

  const note = async () => {
    state.noted = Date.now()
    const answer = await fetch("/here", { method: "POST" }).catch(() => null)
    if (!answer || !answer.ok) return
    const { left, idle } = await answer.json()
    const hasEnded = !idle && !then
    state.ends = hasEnded ? Infinity : Date.now() + left * 1000
    state.seen = hasEnded ? Infinity : state.ends - idle * 1000
    if (left > WARN || hasEnded) dialog.close()
  }
  const touch = () => {
    state.touched = Date.now()
    if (dialog.open) note()
  }
  const look = () => {
    const now = Date.now()
    if (now > state.ends + 1000 && then) location.replace(then)
    else if (now > state.ends - WARN * 1000 && !dialog.open) dialog.showModal()
    else if (state.touched > state.seen && now > state.noted + AGAIN * 1000) note()
  }
  for (const input of ["pointerdown", "keydown", "wheel", "touchmove"])
    document.addEventListener(input, touch, { capture: true, passive: true })
  setInterval(look, 1000)
  note()
}

watchIdle()
