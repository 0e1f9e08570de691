"""What a room takes home."""
