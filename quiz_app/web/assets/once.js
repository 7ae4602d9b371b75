// A form is sent once, also when its button is pressed twice; a page that comes back from the past may be sent again.
// A form that only asks for something changes nothing, and what it asks for may be a download: the page stays.
let sent = false
addEventListener("submit", event => {
  if (event.target.method === "get") return
  if (sent) event.preventDefault()
  sent = true
})
addEventListener("pageshow", event => {
  sent = false
  if (event.persisted) location.reload() // whoever was here may have left
})
// Whoever comes or goes here may change whose browser this is: the tabs of the app look.
new BroadcastChannel("quiz").postMessage("look")
