"""Places of pain go in; a human figure that shows them comes out, and its words."""
