// A form is sent once, also when its button is pressed twice; a page that comes back from the past may be sent again.
// A form that only asks for something changes nothing, and what it asks for may be a download: the page stays.
let sent = false
addEventListener("submit", event => {
  if (event.target.method === "get") return
  if (sent) event.preventDefault()
  sent = true
})
addEventListener("pageshow", () => { sent = false })
