"""What leaves Elchi as files: one module per format."""
