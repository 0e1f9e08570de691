"""Everything an edition publishes and everything computed from it, as tables to take away.

published: the figures as read; computed: scores, ranks, gaps, agreement; content.content(results): all of
them by name, in the order they are given.
"""
