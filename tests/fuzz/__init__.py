"""What comes from outside, bent at random: read right, or refused with a sentence: `make fuzz`."""
