"""Two tables: each figure with what it is compared to, measured in the same run."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.weight import print_weights
from decision_aid.cases import load_cases
from decision_aid.engine.run import Engine
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.journey import journey_of
from decision_aid.resources import resource_dir
from decision_aid.rulebook.evaluate import fired_in_reference
from decision_aid.rulebook.load import load_rulebook
from decision_aid.web.knowledge import Knowledge

ROUNDS = 7
COLD_STARTS = 5
MEMORY_ROUNDS = 20


def median_ms(work: Callable[[], object], times: int) -> float:
    """Return the median time of one piece of work over several rounds, in milliseconds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            work()
        rounds.append(1000 * (time.perf_counter() - start) / times)
    return statistics.median(rounds)


def cold_start_s(answers: dict[str, object]) -> float:
    """Return the median time of ``decision-aid overview`` in a new process, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.json"
        path.write_text(json.dumps(answers), encoding="utf-8")
        command = [sys.executable, "-m", "decision_aid", "overview", str(path), "--json"]
        rounds = []
        for _ in range(COLD_STARTS):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
            rounds.append(time.perf_counter() - start)
        return statistics.median(rounds)


def memory_growth_mb(work: Callable[[], object]) -> float:
    """Return by how much the process grew over some thousand assessments, in megabytes."""
    work()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(MEMORY_ROUNDS):
        work()
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> None:
    """Measure and print."""
    folder = resource_dir("rules")
    load_ms = median_ms(lambda: load_rulebook(folder), 1)
    rulebook = load_rulebook(folder)
    engine = Engine.of(rulebook)
    # Cases without an urgent sign go through every stage, so they are the slow ones.
    cases = [c for c in load_cases(folder, rulebook) if c.record.expect.urgency == "none"]
    counted = [journey_of(rulebook, case.answers).counted for case in cases]
    n = len(cases)

    def assess_all() -> None:
        for case in cases:
            overview_of(case.answers, rulebook, engine)

    whole = median_ms(assess_all, 1) / n
    reference = median_ms(lambda: [fired_in_reference(rulebook, a) for a in counted], 1) / n
    fired = median_ms(lambda: [engine.fired(a) for a in counted], 1) / n
    print(f"{len(rulebook.rules)} rules in {len(engine.rulesets)} rulesets, {n} worked cases")
    print(f"{'':38}{'ms':>9}{'ratio':>9}")
    for name, value in (
        ("reference reading (plain Python)", reference),
        ("durable-rules", fired),
        ("whole assessment, both readings", whole),
        ("load and check all rules", load_ms),
    ):
        print(f"{name:38}{value:9.2f}{value / reference:9.1f}")
    cold = cold_start_s(dict(cases[0].answers))
    print(f"\ndecision-aid overview, new process: {cold:.2f} s (target: under 1 s)")
    print(f"one assessment: {whole:.2f} ms (target: under 5 ms)")
    grown = memory_growth_mb(assess_all)
    print(f"memory over {MEMORY_ROUNDS * n:,} assessments: {grown:+.1f} MB (target: flat)")
    print_weights(Knowledge(rulebook, engine, folder), cases[0])


if __name__ == "__main__":
    main()
