"""Skills, what is known of them, and what that means."""
