"""Development plans through the year."""
