"""`import analysis` names what there is, and loads nothing heavy."""

import subprocess
import sys

import pytest

import analysis


def test_every_public_name_can_be_had() -> None:
    assert sorted(analysis._HOME) == sorted(analysis.__all__)
    assert all(getattr(analysis, name) is not None for name in analysis.__all__)
    assert set(analysis.__all__) <= set(dir(analysis))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'analysis' has no attribute 'nothing'$"):
        _ = analysis.nothing


def test_importing_the_package_loads_no_library() -> None:
    heavy = "{'pandas', 'numpy', 'jieba', 'rjieba', 'sklearn', 'matplotlib', 'frontmatter', 'selectolax', 'jinja2'}"
    code = f"import sys, analysis; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
