// Typing answers from paper: Enter goes to the next field, and from the last one to the button.
const fields = [...document.querySelectorAll("#answers input:not([type=hidden]), #answers select, #answers button")]
for (const field of fields.slice(0, -1)) {
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing) return
    event.preventDefault()
    const next = fields[fields.indexOf(field) + 1]
    next.focus()
    if (next.select) next.select()
  })
}
