"""Writes resnet20.safetensors and resnet20_state.sha256: the network of ResNet20.cs as PyTorch trains it, what it makes of some images then, and
the hash of the file with all of its state_dict, which it has loaded.

    python3 tests/NetGen.Runtime.Tests/Golden/golden_resnet20.py

It needs PyTorch 1.13 or later. That file has a megabyte of convolutions, so these are drawn and not trained: here and in the test, from one
SeededRandom, tensor by tensor in the order of their names, and the images behind them. The rest is trained and saved. PyTorch computes in double
precision, so that what is compared are the roundings of NetGen alone.
"""

import hashlib
import math
import pathlib
import tempfile

import torch
from torch import nn
from torch.nn import functional

from safetensors_file import load, save
from seeded_random import SeededRandom

IMAGES, SEED, STEPS = 20, 20, 50


class Block(nn.Module):
    """Two convolutions and what goes around them (He et al. 2016)."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = nn.Identity() if inputs == outputs else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        y = functional.relu(self.bn1(self.conv1(x)))
        return functional.relu(self.downsample(x) + self.bn2(self.conv2(y)))


class ResNet20(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.layer1 = nn.Sequential(Block(16, 16), Block(16, 16), Block(16, 16))
        self.layer2 = nn.Sequential(Block(16, 32, 2), Block(32, 32), Block(32, 32))
        self.layer3 = nn.Sequential(Block(32, 64, 2), Block(64, 64), Block(64, 64))
        self.fc = nn.Linear(64, 10)

    def forward(self, x):
        x = functional.relu(self.bn1(self.conv1(x)))
        return self.fc(self.layer3(self.layer2(self.layer1(x))).mean((2, 3)))


def layer_of(name):
    return name.rpartition(".")[0]


def in_order(layer):
    """Places count up; what goes around a block has a name and stands behind what is in it."""
    return [(not part.isdigit(), part.zfill(4)) for part in layer.split(".")]


def renaming(netgen_layers, state_dict):
    """The name of each layer in a module that has the layers of a NetGen network in the same order."""
    return dict(zip(sorted(netgen_layers, key=in_order), dict.fromkeys(map(layer_of, state_dict)), strict=True))


def train(network, images, labels):
    """Until most of the images are told apart; the weights are 32-bit floats then."""
    optimizer = torch.optim.SGD([parameter for parameter in network.parameters() if parameter.requires_grad], lr=0.1, momentum=0.9)
    for _ in range(STEPS):
        loss = functional.cross_entropy(network(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def pair(place, *around):
    return [f"{place}.{layer}" for layer in ("0", "1", "3", "4", *around)]


# The names of the layers of ResNet20.cs: their places.
NETGEN_LAYERS = [
    "0", "1", *pair("3.0.0"), *pair("3.1.0"), *pair("3.2.0"),
    *pair("4", "projection"), *pair("6.0.0"), *pair("6.1.0"),
    *pair("7", "projection"), *pair("9.0.0"), *pair("9.1.0"), "11"]


def main():
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(8)
    network = ResNet20()
    names = renaming(NETGEN_LAYERS, network.state_dict())
    random = SeededRandom(SEED)
    drawn = {layer: network.get_submodule(names[layer]) for layer in sorted(names)}
    drawn = {layer: module for layer, module in drawn.items() if isinstance(module, nn.Conv2d)}
    for module in drawn.values():
        high = math.sqrt(6 / module.weight[0].numel())
        module.weight = nn.Parameter(random.tensor(module.weight.shape, -high, high), requires_grad=False)
    images = random.tensor((IMAGES, 3, 32, 32), -2, 2)
    train(network, images, torch.arange(IMAGES) % 10)

    state = {layer + name[len(names[layer]):]: tensor
             for layer in names for name, tensor in network.state_dict().items() if layer_of(name) == names[layer]}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "resnet20_state.safetensors")
        save(file, state)
        pathlib.Path(__file__).with_name("resnet20_state.sha256").write_text(hashlib.sha256(file.read_bytes()).hexdigest() + "\n")
        loaded = ResNet20().eval()
        loaded.load_state_dict({names[layer_of(name)] + name[len(layer_of(name)):]: tensor for name, tensor in load(file).items()})

    logits = loaded(images)
    tensors = {"state." + name: tensor for name, tensor in state.items() if layer_of(name) not in drawn}
    save(pathlib.Path(__file__).with_name("resnet20.safetensors"), {**tensors, "logits": logits})
    ordered = logits.sort(1).values
    print(f"Classes {logits.argmax(1).tolist()}, of logits that are {(ordered[:, -1] - ordered[:, -2]).min():.3f} apart at least. "
          f"In 32 bits they are off by up to {(loaded.float()(images.float()) - logits).abs().max():.1e} of {logits.abs().max():.2f}.")


if __name__ == "__main__":
    main()
