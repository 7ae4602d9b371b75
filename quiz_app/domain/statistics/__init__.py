"""What many answers say about the questions and lessons of a course, never about one patient."""
