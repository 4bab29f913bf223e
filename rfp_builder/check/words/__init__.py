"""Words that make a requirement untestable, and what to write instead."""
