"""Certificates, training, and documents to be read."""
