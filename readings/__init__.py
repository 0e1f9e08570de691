"""What is said, one package a page under the page's own name: chooses and words, and computes nothing."""
