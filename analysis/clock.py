"""How long each stage of the work took."""

from time import perf_counter, process_time


class Clock:
    """Wall and CPU seconds by stage; a stage that is entered again adds up.

    >>> clock = Clock()
    >>> with clock.of("read"):
    ...     pass
    >>> list(clock.wall), clock.cpu["read"] >= 0
    (['read'], True)
    """

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.cpu: dict[str, float] = {}
        self._open: tuple[str, float, float] = ("", 0.0, 0.0)

    def of(self, stage: str) -> "Clock":
        """Time what is done in this `with` block."""
        self._open = (stage, perf_counter(), process_time())
        return self

    def __enter__(self) -> "Clock":
        return self

    def __exit__(self, *_: object) -> None:
        stage, wall, cpu = self._open
        self.wall[stage] = self.wall.get(stage, 0.0) + perf_counter() - wall
        self.cpu[stage] = self.cpu.get(stage, 0.0) + process_time() - cpu
