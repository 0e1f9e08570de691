"""What `python -m loaders` does and prints, a module a command."""
