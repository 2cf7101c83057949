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


class PlainRmsNorm(nn.Module):
    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-5)


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


class Positions(nn.Module):
    def __init__(self, positions, width):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(positions, width))

    def forward(self, x):
        return x + self.weight[: x.size(-2)]


class Attention(nn.Module):
    """nn.MultiheadAttention with fewer calls: PyTorch 1.13 takes a tenth to a third longer for a step of its own."""

    def __init__(self, width, heads, bias=True, causal_positions=0):
        super().__init__()
        self.heads = heads
        self.scale = (width // heads) ** -0.5
        self.in_proj_weight = nn.Parameter(torch.zeros(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width)) if bias else None
        self.out_proj = nn.Linear(width, width, bias)
        self.causal = causal_positions > 0
        self.register_buffer("mask", torch.full((causal_positions, causal_positions), float("-inf")).triu(1))

    def forward(self, x):
        positions = x.size(-2)
        projected = functional.linear(x, self.in_proj_weight, self.in_proj_bias)
        q, k, v = projected.view(-1, positions, 3, self.heads, x.size(-1) // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q * self.scale) @ k.transpose(-2, -1)
        if self.causal:
            scores = scores + self.mask[:positions, :positions]
        return self.out_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape))


class Patches(nn.Conv2d):
    """From [n, C, H, W] to [n, patches, width]."""

    def forward(self, x):
        return self._conv_forward(x, self.weight, self.bias).flatten(2).transpose(1, 2)


class MeanPool(nn.Module):
    def forward(self, x):
        return x.mean(1)


def encoder(width, heads):
    return nn.Sequential(
        Residual(nn.LayerNorm(width), Attention(width, heads)),
        Residual(nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width)))


def vit(size, width, heads):
    return nn.Sequential(
        Patches(1, size(width), 4, 4), Positions(size(49), size(width)),
        nn.Sequential(*[encoder(size(width), size(heads)) for _ in range(6)]),
        nn.LayerNorm(size(width)), MeanPool(), nn.Linear(size(width), size(10)))


def micro_gpt(size):
    width = size(16)
    return nn.Sequential(
        nn.Embedding(size(27), width), Positions(size(16), width), PlainRmsNorm(),
        Residual(PlainRmsNorm(), Attention(width, size(4), False, size(16))),
        Residual(PlainRmsNorm(), nn.Linear(width, size(64), False), nn.ReLU(inplace=True), nn.Linear(size(64), width, False)),
        nn.Linear(width, size(27), False))


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
    "ViT64": lambda size: vit(size, 64, 4),
    "ViT192": lambda size: vit(size, 192, 3),
    "MicroGpt": micro_gpt,
    "Linear784To10": linear(784, 10),
    "Linear4": linear(4, 4),
    "Linear8": linear(8, 8),
    "Linear16": linear(16, 16),
    "Linear32": linear(32, 32),
    "Linear64": linear(64, 64),
}

# The rows and columns of the images on which a network of size one has all its calls.
IMAGES_OF_SIZE_ONE = {"ConvNet": 4, "ResNet8": 4, "ResNet20": 4, "ViT64": 4, "ViT192": 4}
