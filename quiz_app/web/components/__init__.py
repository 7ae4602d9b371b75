"""Parts of screens that more than one page draws."""
