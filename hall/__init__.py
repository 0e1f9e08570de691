"""The debate room: what a room of people says, kept apart from everything that is published."""
