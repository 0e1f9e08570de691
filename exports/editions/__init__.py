"""Two editions compared: the command, and the frames that files are made of."""
