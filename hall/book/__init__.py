"""What a room is made of and where it is kept: codes, states, ballots, two stores, retention.

Nothing here knows a page, a figure of the observatory or a web server.
"""
