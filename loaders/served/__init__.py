"""Which edition is served: kept, replaced, installed, and put back."""
