"""How many operators a piece of work calls."""

from torch.utils._python_dispatch import TorchDispatchMode


class _Counter(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.count = 0

    def __torch_dispatch__(self, operator, types, args=(), kwargs=None):
        self.count += 1
        return operator(*args, **(kwargs or {}))


def number(work):
    """Those that Python, a script and autograd call; what an operator calls inside is not counted."""
    with _Counter() as counter:
        work()
    return counter.count
