"""Other people's workbooks: read safely, guessed at, checked. Never writes to the college."""
