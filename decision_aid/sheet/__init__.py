"""The consultation sheet: one page to hand over.

An overview and the person's own words enter; a sheet of plain texts leaves, and from it
the print view (in ``templates/sheet``) and the PDF are made, with the same words.
"""
