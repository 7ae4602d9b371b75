"""The record of one patient in the forms others can take: note, PDF, FHIR bundle, table. All from one summary."""
