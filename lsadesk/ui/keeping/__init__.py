"""What people may know and ask about the records that are kept on them, and how those end."""
