"""A patient-education quiz: lessons, questions, and a nurse who knows what was understood."""
