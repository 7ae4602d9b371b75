// Takes the secret part of a link out of the address, where no server and no history sees it.
const token = document.getElementById("token")
const secret = location.hash.slice(1)
if (token && secret) {
  token.value = secret
  history.replaceState(null, "", location.pathname)
  const form = document.getElementById("link")
  if (form) {
    form.hidden = false
    document.getElementById("no-link").hidden = true
  }
}
