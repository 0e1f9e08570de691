"""What the product claims of the numbers, class by class, held against `tests.sentences.truth`."""
