"""What an LSA is told before a session, and tells after it."""
