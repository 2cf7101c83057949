"""A training step, in every mode that PyTorch has for it on a processor."""

import itertools

import torch
from torch import nn

COMPARED_STEPS = 10


OPTIMIZERS = {
    "Adam": lambda parameters, foreach: torch.optim.Adam(parameters, lr=1e-3, foreach=foreach),
    "Adam(0.01, 0.85, 0.99)": lambda parameters, foreach: torch.optim.Adam(parameters, lr=0.01, betas=(0.85, 0.99), foreach=foreach),
    "SGD": lambda parameters, foreach: torch.optim.SGD(parameters, lr=0.01, momentum=0.9, foreach=foreach),
}


def modes(optimizer):
    return {
        f"{compiled}, {name}": (compiled == "scripted", name.startswith("foreach"))
        for compiled in ("eager", "scripted")
        for name in (optimizer, f"foreach {optimizer}")
    }


def step(network, optimizer, loss, batches, mode):
    """A function that takes one step, on each of the batches in turn, and returns the loss before it. The targets of cross-entropy are classes."""
    scripted, foreach = mode
    optimizer = OPTIMIZERS[optimizer](network.parameters(), foreach)
    forward = torch.jit.script(network) if scripted else network
    criterion = nn.CrossEntropyLoss() if loss == "cross-entropy" else nn.MSELoss()

    turns = itertools.cycle(batches)

    def take():
        inputs, targets = next(turns)
        optimizer.zero_grad(set_to_none=True)
        error = criterion(forward(inputs), targets)
        error.backward()
        optimizer.step()
        return error

    return take


def answers(take):
    return torch.stack([take().detach() for _ in range(COMPARED_STEPS)])
