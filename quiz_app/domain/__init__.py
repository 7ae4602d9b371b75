"""What is taught, asked, answered and understood: pure values and rules, no I/O, no clock, no randomness."""
