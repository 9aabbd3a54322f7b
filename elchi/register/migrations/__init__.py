"""How a register of each earlier form becomes one of the newest."""
