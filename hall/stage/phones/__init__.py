"""A telephone: the code, the form, one's own mirror."""
