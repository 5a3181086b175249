"""The made-up college that `make run` opens. It is made by its owner alone."""
