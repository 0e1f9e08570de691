"""The projector: what it shows at a step, in one page of our own."""
