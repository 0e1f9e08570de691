"""The numbers behind the figures of the pages, as rows of `exports.numbers`: one module a page.

A row is a number as it was published or computed, never as it is drawn or rounded. Nothing is computed here.
"""
