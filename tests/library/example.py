"""How the rules are used as a library: judge a folder of answers by the norm that comes with the package."""

import json
import sys
from datetime import date
from pathlib import Path

import kmop


def judge(folder: Path, on: date) -> dict[str, str]:
    """Return the most likely outcome of each file of answers, or what is wrong with it."""
    norm = kmop.load_norm()
    memo = kmop.Memo()
    judged: dict[str, str] = {}
    for file in sorted(folder.glob("*.json")):
        answers, faults = kmop.parse_answers(json.loads(file.read_bytes()), norm)
        if answers is None:
            judged[file.name] = " | ".join(kmop.fault_line(fault, norm) for fault in faults)
        else:
            likely = kmop.assess(norm, answers, on, memo)["outcome"]["likely"]
            judged[file.name] = f"{likely['worst']} … {likely['best']}"
    return judged


if __name__ == "__main__":
    for name, outcome in judge(Path(sys.argv[1]), date.fromisoformat(sys.argv[2])).items():
        print(f"{name}: {outcome}")  # noqa: T201 - what it was asked for
