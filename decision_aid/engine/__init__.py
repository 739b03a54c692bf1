"""durable-rules, and nowhere else: rules and a fact go in; ids of fired rules come out."""
