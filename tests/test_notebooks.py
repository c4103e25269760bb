"""Every notebook runs from top to bottom, and is stored without outputs.

The kernel is the interpreter that runs the tests, whatever kernels the machine has registered.
"""

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from traitlets import default

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TIMEOUT = 300  # seconds for one cell; the slowest takes a few on a laptop

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


class OwnKernel(AsyncKernelManager):
    """Without folders to look into, the only kernel that is known is that of this interpreter."""

    @default("kernel_spec_manager")
    def _knows_no_other(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])


@pytest.fixture
def jupyter_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kernel that finds this project, and leaves nothing in the user's folders."""
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS


@every_notebook
@pytest.mark.filterwarnings("ignore:Proactor event loop:RuntimeWarning")  # tornado on Windows, mended by itself
def test_a_notebook_runs_from_top_to_bottom(path: Path, jupyter_at_home: Path) -> None:
    notebook = read(path)
    client = NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3", kernel_manager_class=OwnKernel)
    client.execute(cwd=str(jupyter_at_home))
    failed = [out for cell in code_cells(notebook) for out in cell.outputs if out.output_type == "error"]
    assert failed == []


@every_notebook
def test_a_notebook_is_stored_without_outputs(path: Path) -> None:
    cells = code_cells(read(path))
    assert [cell.source for cell in cells if cell.outputs or cell.execution_count is not None] == []


@every_notebook
def test_a_notebook_is_valid_and_names_the_plain_kernel(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
