"""Writes batch_norm.safetensors and batch_norm_state.safetensors: steps of the network of BatchNormNet.cs, as PyTorch takes them, and its
state_dict behind them.

    python3 tests/NetGen.Runtime.Tests/Golden/golden_batch_norm.py

It needs PyTorch 1.13 or later. Weights and examples are 32-bit floats; PyTorch computes with them in double precision, so that what is compared
are the roundings of NetGen alone. Inputs are saved with channels last, as NetGen takes them.
"""

import pathlib

import torch
from torch import nn
from torch.nn import functional

from safetensors_file import save

STEPS, ROWS, HEIGHT, WIDTH, INPUTS, OUTPUTS = 3, 11, 3, 2, 5, 3


def main():
    torch.manual_seed(7)
    torch.set_default_dtype(torch.float64)
    network = nn.Sequential(
        nn.Conv2d(INPUTS, 9, 3, padding=1), nn.BatchNorm2d(9), nn.ReLU(), nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()),
        nn.Linear(9, 7), nn.BatchNorm1d(7, eps=0.01, momentum=0.3, affine=False), nn.Linear(7, OUTPUTS))
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(torch.randn(parameter.shape).float())

    tensors = {"before." + name: tensor.clone() for name, tensor in network.state_dict().items()}
    optimizer = torch.optim.SGD(network.parameters(), lr=0.125)
    for step in range(STEPS):
        inputs, targets = torch.randn(ROWS, HEIGHT, WIDTH, INPUTS).float().double(), torch.randn(ROWS, OUTPUTS).float().double()
        loss = functional.mse_loss(network(inputs.movedim(-1, 1)), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        tensors.update({f"input.{step}": inputs, f"target.{step}": targets, f"loss.{step}": loss})

    network.eval()
    folder = pathlib.Path(__file__).parent
    tensors["output"] = network(inputs.movedim(-1, 1))
    save(folder / "batch_norm.safetensors", tensors)
    save(folder / "batch_norm_state.safetensors", network.state_dict())


if __name__ == "__main__":
    main()
