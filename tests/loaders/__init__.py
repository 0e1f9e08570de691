"""Tests of the loaders, from hostile bytes to typed figures."""
