"""The screen: the router, one short script a page, and the one gateway to the data (`facade`)."""
