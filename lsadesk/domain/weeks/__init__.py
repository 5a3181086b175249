"""The college's year and week: sessions, learners, hours and journeys."""
