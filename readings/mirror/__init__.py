"""The mirror of one person: their notes beside what is measured and what each actor says, in sentences."""
