"""After the visit: what to watch for, what to expect, and papers to fill in, for each option.

The content and the numbers of a country enter; plain texts leave, and from them the page
(in ``templates/aftercare``) and the PDF are made, with the same words. No answer is read.
"""
