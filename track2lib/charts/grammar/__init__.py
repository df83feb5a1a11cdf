"""What the charts share: columns, spans of time, words, and what a chart asks of its table."""
