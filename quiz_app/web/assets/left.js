// Somebody has left this device; where a browser does not clear what a page kept because it was told to, this does.
localStorage.clear()
sessionStorage.clear()
