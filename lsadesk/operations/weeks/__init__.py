"""What a week is planned for, and the week to take away."""
