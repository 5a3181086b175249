"""From a self-assessment to two signatures."""
