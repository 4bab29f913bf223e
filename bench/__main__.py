"""`make bench`: one line a ratio, with what was aimed at."""

from __future__ import annotations

import sys

from bench.pairs import measure
from bench.subjects import pairs


def main() -> None:
    """Print the table; `python -m bench WORD` runs the lines whose name holds the word."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"{'work':<46} {'against':<34} {'ratio':>7} {'aim':>6} {'seconds':>8}")  # noqa: T201
    for pair in pairs():
        if wanted in pair.name:
            outcome = measure(pair)
            mark = " " if outcome.ratio <= pair.aim else "!"
            line = f"{pair.name:<46} {pair.against:<34} {outcome.ratio:>6.2f}{mark} {pair.aim:>6.2f}"
            print(f"{line} {outcome.seconds:>8.3f}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
