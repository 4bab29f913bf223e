"""What a good definition contains: questions, help, examples, ready requirements, KPIs, criteria, phrases.

The texts are TOML files in `data/`; the modules here read them into frozen values, each file on first use.
"""
