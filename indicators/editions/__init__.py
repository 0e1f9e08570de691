"""Two editions: what differs in their results, and the changed cells behind each."""
