"""The rules of the house, each a function from a source text to the sentences that say what is wrong."""
