"""Checks of the content as a whole, beyond what a single file can get wrong."""
