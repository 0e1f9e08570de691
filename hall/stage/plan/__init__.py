"""A debate prepared: its sequence of steps, made from the figures of a region."""
