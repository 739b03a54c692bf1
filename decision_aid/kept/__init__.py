"""Answers as a file that the person keeps: written, read back, and compared with what is now."""
