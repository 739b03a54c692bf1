"""The knowledge base: YAML files go in, one frozen and checked Rulebook comes out.

Also the readings of its conditions that need no engine: in plain Python and in sentences.
"""
