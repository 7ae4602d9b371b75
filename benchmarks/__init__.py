"""Benchmarks: what a patient waits for, and what it costs the server; figures are printed, never tested."""
