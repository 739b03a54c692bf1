"""What is asked: a Rulebook and answers go in; the way, the forms and what counts come out."""
