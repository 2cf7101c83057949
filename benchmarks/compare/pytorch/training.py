"""A training step, in every mode that PyTorch has for it on a processor."""

import torch
from torch import nn

COMPARED_STEPS = 10


def modes():
    return {
        f"{compiled}, {adam}": (compiled == "scripted", adam == "foreach Adam")
        for compiled in ("eager", "scripted")
        for adam in ("Adam", "foreach Adam")
    }


def step(network, loss, inputs, targets, mode):
    """A function that takes one step and returns the loss before it."""
    scripted, foreach = mode
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, foreach=foreach)
    forward = torch.jit.script(network) if scripted else network
    if loss == "cross-entropy":
        criterion, targets = nn.CrossEntropyLoss(), targets.argmax(1)
    else:
        criterion = nn.MSELoss()

    def take():
        optimizer.zero_grad(set_to_none=True)
        error = criterion(forward(inputs), targets)
        error.backward()
        optimizer.step()
        return error

    return take


def answers(take):
    return torch.stack([take().detach() for _ in range(COMPARED_STEPS)])
