"""Speed and memory, measured side by side. ``make bench`` runs all of them."""
