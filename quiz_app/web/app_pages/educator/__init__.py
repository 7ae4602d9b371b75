"""The pages of educators: the workbench, the versions, the statistics."""
