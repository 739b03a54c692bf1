"""Answers that count go in; the one flat fact that the engine sees comes out."""
