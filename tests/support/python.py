"""Another Python, for what may crash a process or must start afresh."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_python(code: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run *code* in the project's folder and return what it printed and how it ended."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
