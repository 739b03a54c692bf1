"""``python -m decision_aid`` is the command line."""

from decision_aid.cli import main

main()
