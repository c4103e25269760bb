"""Counts that the report shows and draws, each made from the contract tables alone: table in, table out."""
