// What axe-core does not look at on a screen; each function returns what it found, in words.
window.sweep = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const isShown = each => {
    const box = each.getBoundingClientRect()
    return each.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
  }
  const told = each => each.outerHTML.replace(/\s+/g, " ").slice(0, 170)
  const TABBABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]"
  // Where the focus may be besides the heading: in what was just pressed, or at what needs a look.
  const AT_WORK = ".stForm, .quiz-summary, input, textarea, summary, [role=radiogroup], .st-key-work-actions"
  const isTabbable = each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true })

  // Colours
  const rgba = colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) || []).map(Number)
    return colour.startsWith("rgb") ? { r, g, b, a } : { r: 0, g: 0, b: 0, a: 0 }
  }
  const light = ({ r, g, b }) =>
    [r, g, b].map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0)
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }
  const behind = each => {
    for (let at = each; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor)
      if (colour.a > 0.5) return colour
    }
    return { r: 255, g: 255, b: 255, a: 1 }
  }

  function structure(locale, isApp) {
    const found = []
    const headings = all("h1").filter(isShown)
    if (headings.length !== 1) found.push(`${headings.length} first headings`)
    if (document.documentElement.lang !== locale) found.push(`the page says its language is ${document.documentElement.lang}`)
    if (!document.title.trim()) found.push("no title")
    const live = all('[aria-live]:not([aria-live="off"]), [role="status"], [role="log"], [role="alert"], output')
    const regions = live.filter(each => !live.some(other => other !== each && other.contains(each)))
    if (isApp ? !regions.some(each => each.id === "quiz-live") : false) found.push("no live region")
    const others = regions.filter(each => each.id !== "quiz-live" && each.getAttribute("role") !== "alert")
    if (others.length > (isApp ? 0 : 1)) found.push(`more live regions: ${others.map(told)}`)
    for (const each of all("[accesskey], [draggable='true'], marquee, blink, audio, video, meta[http-equiv='refresh' i]"))
      found.push(`not wanted: ${told(each)}`)
    for (const each of all("[tabindex]")) if (each.tabIndex > 0) found.push(`an order of its own: ${told(each)}`)
    for (const each of all("[aria-label]").filter(isShown)) {
      const seen = each.innerText?.trim().replace(/\s+/g, " ").toLowerCase() || ""
      const isControl = each.matches("button, a, input, [role=button]")
      if (isControl && seen && !each.ariaLabel.toLowerCase().includes(seen)) found.push(`named otherwise: ${told(each)}`)
    }
    return [...found, ...groups(), ...fields(), ...help()]
  }

  // Every radio button, and every box to tick that has a neighbour, stands in a group with a name.
  function groups() {
    const nameOf = group => {
      if (!group) return ""
      const by = (group.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)?.textContent)
      const legend = group.tagName === "FIELDSET" ? group.querySelector("legend")?.textContent : ""
      return [group.getAttribute("aria-label"), ...by, legend].filter(Boolean).join(" ").trim()
    }
    const choices = all("input[type=radio], input[type=checkbox], [role=radio]").filter(each => each.checkVisibility())
    const isAlone = each => each.type === "checkbox"
      && choices.filter(other => other.type === "checkbox" && other.form === each.form).length === 1
    const lonely = choices.filter(each => !isAlone(each) && each.type !== "checkbox"
      && !nameOf(each.closest("fieldset, [role=radiogroup], [role=group]")))
    const boxes = all("form").filter(form => all("input[type=checkbox]", form).length > 1)
      .flatMap(form => all("input[type=checkbox]", form))
      .filter(each => !nameOf(each.closest("fieldset, [role=group]")))
    return [...lonely, ...boxes].map(each => `no name for its group: ${told(each.closest("label") || each)}`)
  }

  // What a browser may fill in says so, and nothing refuses what is pasted.
  function fields() {
    const found = []
    for (const each of all("input, textarea").filter(isShown)) {
      const may = each.autocomplete
      if (each.type === "password" && !/^(current|new)-password$/.test(may)) found.push(`a password manager cannot fill in ${told(each)}`)
      if (each.name === "login" && may !== "username") found.push(`a password manager cannot fill in ${told(each)}`)
      const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })
      each.dispatchEvent(paste)
      if (paste.defaultPrevented || each.hasAttribute("onpaste")) found.push(`nothing can be pasted into ${told(each)}`)
    }
    return found
  }

  // The place for help comes after the heading and everything else there is to do, on every screen that has one.
  function help() {
    const place = all(".quiz-help, section.help").filter(each => isShown(each) && !each.closest(".booklet"))
    if (!place.length) return []
    if (place.length > 1) return ["more than one place for help"]
    const work = all("h1, form, [data-testid=stForm], [class*='st-key-on-'], [class*='st-key-back-'], [class*='st-key-close-']")
    return work.filter(each => isShown(each) && !(place[0].compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING))
      .map(each => `below the place for help: ${told(each)}`)
  }

  const hasHelp = () => all(".quiz-help, section.help, table.numbers").some(isShown)

  // Whatever gets the focus shows it, and nothing lies over it.
  async function focus() {
    const found = []
    let wasDate = false
    const back = document.activeElement
    back?.blur() // what has the focus already would not be brought into sight
    for (const each of all(TABBABLE).filter(isTabbable)) {
      each.focus()
      if (document.activeElement !== each) continue
      const isDate = Boolean(each.closest("[data-testid=stDateInput]"))
      if (isDate || wasDate) await new Promise(go => setTimeout(go, 150)) // its calendar opens and closes with the focus
      wasDate = isDate
      const around = [each, each.closest("label"), each.parentElement, each.parentElement?.parentElement].filter(Boolean)
      const rings = around.map(at => [at, getComputedStyle(at)])
        .filter(([, style]) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      if (!rings.length) {
        found.push(`does not show its focus: ${told(each)}`)
        continue
      }
      const clear = rings.some(([at, style]) => {
        const beside = parseFloat(style.outlineOffset) < 0 ? behind(at) : behind(at.parentElement)
        return contrast(rgba(style.outlineColor), beside) >= 3
      })
      if (!clear) found.push(`its focus is pale: ${told(each)}`)
      const target = each.closest("label") || each
      const box = target.getBoundingClientRect()
      const points = [0.05, 0.5, 0.95].flatMap(x => [0.1, 0.5, 0.9].map(y => [box.left + box.width * x, box.top + box.height * y]))
      const isSeen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y)
        return top && (target.contains(top) || top.contains(target))
      })
      if (!isSeen && box.width > 1 && box.height > 1) found.push(`something lies over it: ${told(each)}`)
    }
    back?.focus?.({ preventScroll: true })
    return found
  }

  // Words that are cut off, or that lie over each other.
  function clipped() {
    const found = []
    const lines = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement
      if (!node.data.trim() || !owner.checkVisibility({ visibilityProperty: true }) || owner.closest("script, style, noscript, svg")) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1)
      if (!boxes.length) continue
      let hidden = false, scrollsX = false, scrollsY = false
      for (let at = owner; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at), frame = at.getBoundingClientRect()
        if (frame.width <= 1 || frame.height <= 1 || style.clipPath !== "none") { hidden = true; break }
        const cutsX = !scrollsX && /hidden|clip/.test(style.overflowX), cutsY = !scrollsY && /hidden|clip/.test(style.overflowY)
        scrollsX ||= /auto|scroll/.test(style.overflowX) // what lies outside can be brought into sight
        scrollsY ||= /auto|scroll/.test(style.overflowY)
        if (!cutsX && !cutsY) continue
        const cut = boxes.find(box => (cutsX && (box.right > frame.right + 1.5 || box.left < frame.left - 1.5))
          || (cutsY && (box.bottom > frame.bottom + box.height * 0.25 || box.top < frame.top - box.height * 0.25)))
        if (cut) { found.push(`cut off: ${node.data.trim().slice(0, 60)} in ${told(at)}`); break }
      }
      if (!hidden && !owner.closest(".st-key-work-actions, dialog")) for (const box of boxes) lines.push([box, owner, node.data.trim()])
    }
    lines.sort((a, b) => a[0].top - b[0].top)
    lines.forEach(([box, owner, words], n) => {
      for (let next = n + 1; next < lines.length && lines[next][0].top < box.bottom; next++) {
        const [other, otherOwner, otherWords] = lines[next]
        const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left)
        const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
        if (owner !== otherOwner && wide > 2 && high > 0.45 * Math.min(box.height, other.height))
          found.push(`lie over each other: ${words.slice(0, 50)} | ${otherWords.slice(0, 50)}`)
      }
    })
    return [...new Set(found)].slice(0, 8)
  }

  // Fields, buttons and rows to choose have an edge that can be seen.
  function edges() {
    const found = []
    const controls = all("input:not([type=hidden]), textarea, select, button, [data-testid=stRadioOption], .stCheckbox label")
    for (const each of controls.filter(isShown)) {
      if (each.matches("button:disabled, [data-testid^=stElementToolbar] *, .stSelectbox button, .stMultiSelect button, .vega-embed *")) continue
      if (getComputedStyle(each).textDecorationLine.includes("underline")) continue // drawn as a link, known by its line
      const around = [each, each.closest("label")]
      for (let at = each.parentElement, n = 0; at && n < 4; at = at.parentElement, n++) around.push(at)
      const hasEdge = around.filter(Boolean).some(at => {
        const style = getComputedStyle(at), outside = behind(at.parentElement)
        const border = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none"
        return (border && contrast(rgba(style.borderTopColor), outside) >= 3)
          || contrast(rgba(style.backgroundColor).a > 0.5 ? rgba(style.backgroundColor) : outside, outside) >= 3
      })
      const isNative = getComputedStyle(each).appearance !== "none" && each.matches("input[type=radio], input[type=checkbox], input[type=file]")
      if (!hasEdge && !isNative) found.push(`no edge to see: ${told(each)}`)
    }
    return found.slice(0, 8)
  }

  // What is chosen looks different from what is not, also where the reader's own colours are forced upon the page.
  function chosen() {
    const look = each => {
      const style = getComputedStyle(each)
      return [style.outlineStyle, style.outlineWidth, style.borderTopWidth, style.borderTopColor, style.backgroundColor, style.textDecorationLine, style.fontWeight].join()
    }
    const found = []
    for (const group of all("[role=radiogroup], [role=group], [data-testid=stRadioGroup], .stForm")) {
      const rows = [...all("label:has(input[type=radio]), label:has(input[type=checkbox])", group).filter(isShown)
        .filter(each => getComputedStyle(each.querySelector("input")).appearance === "none" || getComputedStyle(each.querySelector("input")).opacity === "0" || !isShown(each.querySelector("input")))
        .map(each => [each, each.querySelector("input").checked]),
        ...all("button[aria-checked]", group).filter(isShown).map(each => [each, each.getAttribute("aria-checked") === "true"])]
      const on = rows.filter(([, is]) => is), off = rows.filter(([, is]) => !is)
      if (on.length && off.length && look(on[0][0]) === look(off[0][0])) found.push(`chosen looks like not chosen: ${told(on[0][0])}`)
    }
    return found
  }

  const moving = () => document.getAnimations().filter(each => each.playState === "running"
    && !(each.effect?.getComputedTiming().duration <= 10)).map(each => `moves: ${each.animationName || each.transitionProperty} on ${told(each.effect.target)}`)

  return { AT_WORK, structure, hasHelp, focus, clipped, edges, chosen, moving }
})()
