"""The grammar of official mentions: bodies, titles and names as elements, rules that join them, and the best path."""
