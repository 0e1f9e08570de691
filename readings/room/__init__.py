"""What a room said, in words: always with how many, never as if it were the region."""
