"""Roles, ways between them, and what stands around them."""
