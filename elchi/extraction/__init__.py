"""Report → Records."""
