"""The career framework and the library, read and overlaid."""
