"""The site: one module an area, with a templates folder of the same name."""
