"""The sentences that several pages share: titles, details, facts, cautions."""
