"""What is asked of each table: its form, its keys, honesty, and what may be a slip."""
