"""The consultation sheet: two pages, one to hand over and one for the talk.

An overview and the person's own words enter; a sheet of plain texts leaves, and from it
the print view (in ``templates/sheet``), the PDF and a message are made, with the same words.
"""
