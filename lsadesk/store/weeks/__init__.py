"""Sessions, learners, hours and the college's year."""
