"""HTML to the lines of an article: from the tags where they nest as written, else from the tree of a parser."""
