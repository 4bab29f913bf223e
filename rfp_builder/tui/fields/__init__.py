"""Fields of forms: one question at one place of the project each."""
