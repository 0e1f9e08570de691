"""What a room sees: telephones, the screen, the presenter's desk. Plain pages, no session, no socket."""
