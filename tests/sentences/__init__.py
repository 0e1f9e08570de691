"""Every sentence the product can state, read from its own pages and files, and held against the numbers."""
