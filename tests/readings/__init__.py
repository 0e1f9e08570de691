"""What is said: the readings of each page, and the sentences they share."""
