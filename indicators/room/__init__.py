"""What the people of one room say: computed apart from every published figure, and never mixed with one.

A group speaks from five answers on. Whatever is said of the whole room is made of the groups that are shown,
so that no subtraction gives the answers of one that is not.
"""
