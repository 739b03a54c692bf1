"""Fired rules go in; the overview, its sections, arguments and numbers come out."""
