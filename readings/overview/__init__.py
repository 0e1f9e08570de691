"""The first page beyond one figure: ranks of an axis or of the whole with their intervals, the 16 domains.

`ranks`: thirteen rows a level, with what is known of each rank. `words`: what they show, in French.
Frames in, frames and words out: everything here is chosen among results that several pages share.
"""
