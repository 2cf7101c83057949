"""The networks of Networks.cs, with the same names of parameters.

Each takes a function on sizes: the identity for the network itself, a constant 1 for one that has all its calls and nothing to compute.
"""

import torch
from torch import nn
from torch.nn import functional


class Residual(nn.Sequential):
    def forward(self, x):
        y = x
        for module in self:
            y = module(y)
        return x + y


class RmsNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.weight


class PlainLayer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.linear = nn.Linear(width, width)

    def forward(self, x):
        return functional.relu(self.linear(x), inplace=True)


class ResidualLayer(PlainLayer):
    def forward(self, x):
        return x + functional.relu(self.linear(x), inplace=True)


class Mlp(nn.Module):
    def __init__(self, layer, width):
        super().__init__()
        self.layers = nn.Sequential(*[layer(width) for _ in range(20)])

    def forward(self, x):
        return self.layers(x)


def feed_forward(size):
    return Residual(RmsNorm(size(256)), nn.Linear(size(256), size(1024)), nn.GELU(), nn.Linear(size(1024), size(256)))


def linear(inputs, outputs):
    return lambda size: nn.Sequential(nn.Linear(size(inputs), size(outputs)))


class ResidualConvolutions(nn.Module):
    """Two convolutions, the first of which may make the image smaller; a convolution of one pixel then bridges that."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.add_module("0", nn.Conv2d(inputs, outputs, 3, stride, padding=1, bias=False))
        self.add_module("1", nn.BatchNorm2d(outputs))
        self.add_module("3", nn.Conv2d(outputs, outputs, 3, padding=1, bias=False))
        self.add_module("4", nn.BatchNorm2d(outputs))
        self.projection = nn.Identity() if stride == 1 else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        y = functional.relu(getattr(self, "1")(getattr(self, "0")(x)), inplace=True)
        return self.projection(x) + getattr(self, "4")(getattr(self, "3")(y))


def resnet(size, colors, blocks):
    layers = [nn.Conv2d(colors, size(16), 3, padding=1, bias=False), nn.BatchNorm2d(size(16)), nn.ReLU(inplace=True)]
    width = 16
    for outputs in (16, 32, 64):
        for block in range(blocks):
            layers += [ResidualConvolutions(size(width), size(outputs), 2 if outputs > width else 1), nn.ReLU(inplace=True)]
            width = outputs
    pooling = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    return nn.Sequential(*layers, pooling, nn.Linear(size(64), size(10)))


NETWORKS = {
    "ResMlp": lambda size: Mlp(ResidualLayer, size(64)),
    "PlainMlp": lambda size: Mlp(PlainLayer, size(64)),
    "WideResMlp": lambda size: Mlp(ResidualLayer, size(256)),
    "SmallTanh": lambda size: nn.Sequential(
        nn.Linear(size(4), size(32)), nn.Tanh(), nn.Linear(size(32), size(16)), nn.Tanh(), nn.Linear(size(16), size(4))),
    "Classifier": lambda size: nn.Sequential(nn.Linear(size(784), size(128)), nn.ReLU(inplace=True), nn.Linear(size(128), size(10))),
    "DeepNet": lambda size: nn.Sequential(nn.Sequential(*[feed_forward(size) for _ in range(50)])),
    "ConvNet": lambda size: nn.Sequential(
        nn.Conv2d(1, size(32), 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Conv2d(size(32), size(64), 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(size(3136), size(128)), nn.ReLU(inplace=True), nn.Linear(size(128), size(10))),
    "ResNet8": lambda size: resnet(size, 1, 1),
    "ResNet20": lambda size: resnet(size, 3, 3),
    "Linear784To10": linear(784, 10),
    "Linear4": linear(4, 4),
    "Linear8": linear(8, 8),
    "Linear16": linear(16, 16),
    "Linear32": linear(32, 32),
    "Linear64": linear(64, 64),
}

# The rows and columns of the images on which a network of size one has all its calls.
IMAGES_OF_SIZE_ONE = {"ConvNet": 4, "ResNet8": 4, "ResNet20": 4}
