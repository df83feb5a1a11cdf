"""What the charts share: columns, ranges, years and spans, their words, and what they ask of a table."""
