// A form is sent once, also when its button is pressed twice; a page that comes back from the past may be sent again.
let sent = false
addEventListener("submit", event => {
  if (sent) event.preventDefault()
  sent = true
})
addEventListener("pageshow", () => { sent = false })
