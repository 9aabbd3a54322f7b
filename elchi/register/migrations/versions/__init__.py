"""One module per form of the register, in the order of their numbers."""
