"""What the tests need from the machine before they start."""
