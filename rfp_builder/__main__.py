"""`python -m rfp_builder` is the command `rfp-builder`."""

from rfp_builder.cli.main import run

if __name__ == "__main__":
    run()
