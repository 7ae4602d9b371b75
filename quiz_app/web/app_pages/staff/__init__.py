"""The screens of the clinic's staff."""
