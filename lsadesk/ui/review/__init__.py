"""The College review tab: forty points, what each group says, and what is done about it."""
