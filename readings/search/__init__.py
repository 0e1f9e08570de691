"""What the search box finds: the words of an edition that lead somewhere, and what else they are called by.

`entries`: regions, domains, indicators, actors, initiatives, parts of the method. Pages are not known here:
an entry has a kind and a code, and the pages say which address that is.
"""
