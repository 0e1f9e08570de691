"""What stands around the application on a machine that serves it."""
