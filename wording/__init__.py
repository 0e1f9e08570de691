"""French words and numbers: the one room where a value becomes text for a reader.

Every other room may import this one; it imports none of them, reads no file and knows no indicator.
"""
