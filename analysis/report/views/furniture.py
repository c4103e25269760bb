"""What was taken out of the texts, by source, kind and rule."""

import pandas as pd


def by_rule(furniture: pd.DataFrame) -> pd.DataFrame:
    """Rules, most often used first: source, kind, rule, n_times, n_chars, example (of what it took out most often).

    Takes a table of `tables.FURNITURE`, in its order.
    """
    groups = furniture.groupby(["source", "kind", "rule"], sort=True)
    table = groups.agg(
        n_times=("n_times", "sum"), n_chars=("n_chars", "sum"), example=("example", "first")
    ).reset_index()
    return table.sort_values(["n_times", "n_chars"], ascending=False, kind="stable", ignore_index=True)
