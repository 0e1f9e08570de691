"""What a reader takes away: pictures, tables, workbooks, reports, slides. Frames and words in, bytes out.

Everything is made in memory, without network and without a browser. Each thing carries a `stamp.Stamp`: its
title, its source, the edition of the data, the mandatory mention, and « DONNÉES FICTIVES » when they are.
"""
