"""Writes every_layer.safetensors, every_image_layer.safetensors, every_convolution.safetensors, every_sequence_layer.safetensors,
every_token.safetensors, every_patch.safetensors and every_half.safetensors: one training step of each network of EveryLayer.cs, as PyTorch computes it.

    python3 tests/NetGen.Runtime.Tests/Golden/golden_step.py

It needs PyTorch 1.13 or later. Weights and examples are 32-bit floats; PyTorch computes with them in double precision, so that what is compared
are the roundings of NetGen alone.
"""

import math
import pathlib

import torch
from torch import nn
from torch.nn import functional
from torch.nn.utils import weight_norm

from safetensors_file import save

ROWS, INPUTS, WIDTH, HIDDEN, NARROW, OUTPUTS, STREAMS = 7, 5, 9, 13, 7, 3, 3
CHANNELS, HEIGHT, BREADTH, PIXEL = 3, 9, 8, 12


class RmsNorm(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(WIDTH))

    def forward(self, x):
        return x / torch.sqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.weight


class CRelu(nn.Module):
    def forward(self, x):
        return torch.cat([functional.relu(x), functional.relu(-x)], -1)


class NCRelu(nn.Module):
    def forward(self, x):
        return torch.cat([functional.relu(x), -functional.relu(-x)], 1)


class ChannelScale(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(channels))

    def forward(self, x):
        return self.weight[:, None, None] * x


class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, x):
        return self.factor * x


class LearnedScale(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(1))

    def forward(self, x):
        return self.weight * x


class Block(nn.Sequential):
    """Layers with something around them, whose parameters have names that are no numbers."""

    def inside(self, x):
        for name, module in self.named_children():
            if name.isdigit():
                x = module(x)
        return x


class Scaled(Block):
    """x + a f(x); a = 1 is a plain residual connection."""

    def __init__(self, factor, *layers):
        super().__init__(*layers)
        self.factor = factor

    def forward(self, x):
        return x + self.factor * self.inside(x)


class ReZero(Block):
    def __init__(self, *layers):
        super().__init__(*layers)
        self.alpha = nn.Parameter(torch.empty(1))

    def forward(self, x):
        return x + self.alpha * self.inside(x)


class LayerScale(Block):
    def __init__(self, *layers):
        super().__init__(*layers)
        self.gamma = nn.Parameter(torch.empty(WIDTH))

    def forward(self, x):
        return x + self.gamma * self.inside(x)


class Gated(Block):
    def __init__(self, *layers):
        super().__init__(*layers)
        self.gate = nn.Linear(WIDTH, WIDTH)

    def forward(self, x):
        gate = torch.sigmoid(self.gate(x))
        return gate * self.inside(x) + (1 - gate) * x


class DeepNorm(Block):
    def __init__(self, factor, *layers):
        super().__init__(*layers)
        self.factor = factor
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, x):
        return self.norm(self.factor * x + self.inside(x))


class InStreams(Block):
    """H' = A H + β f(α H), on rows of streams [rows, streams, width]."""

    def __init__(self, *layers):
        super().__init__(*layers)
        self.alpha = nn.Parameter(torch.empty(1, STREAMS))
        self.mix = nn.Parameter(torch.empty(STREAMS, STREAMS))
        self.beta = nn.Parameter(torch.empty(STREAMS, 1))

    def forward(self, streams):
        read = (self.alpha @ streams).squeeze(1)
        return self.mix @ streams + self.beta * self.inside(read).unsqueeze(1)


class Streams(nn.Sequential):
    def forward(self, x):
        return super().forward(x.unsqueeze(1).expand(-1, STREAMS, -1)).mean(1)


class Parallel(nn.ModuleList):
    def forward(self, x):
        return x + sum(branch(x) for branch in self)


class Projected(Block):
    def __init__(self, *layers):
        super().__init__(*layers)
        self.projection = nn.Linear(WIDTH, NARROW, bias=False)

    def forward(self, x):
        return self.projection(x) + self.inside(x)


class Strided(Block):
    """What it bridges has other channels and fewer pixels."""

    def __init__(self, inputs, outputs, *layers):
        super().__init__(*layers)
        self.projection = nn.Conv2d(inputs, outputs, 1, stride=2, bias=False)

    def forward(self, x):
        return self.projection(x) + self.inside(x)


class OfPixels(nn.Linear):
    """A Linear on every pixel of an image whose channels come first."""

    def forward(self, x):
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class Sum(nn.ModuleList):
    def forward(self, x):
        return sum(branch(x) for branch in self)


class SelfAttention(nn.MultiheadAttention):
    def __init__(self, width, heads, causal=False, bias=True):
        super().__init__(width, heads, bias=bias, batch_first=True)
        self.causal = causal

    def forward(self, x):
        length = x.shape[1]
        mask = torch.ones(length, length, dtype=torch.bool).triu(1) if self.causal else None
        return super().forward(x, x, x, attn_mask=mask, need_weights=False)[0]


class ApartAttention(nn.Module):
    """PyTorch has three matrices where queries, keys and values are of different widths."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q_proj_weight = nn.Parameter(torch.empty(width, width))
        self.k_proj_weight = nn.Parameter(torch.empty(width, width))
        self.v_proj_weight = nn.Parameter(torch.empty(width, width))
        self.in_proj_bias = nn.Parameter(torch.empty(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x):
        y = x.transpose(0, 1)
        found, _ = functional.multi_head_attention_forward(
            y, y, y, y.shape[2], self.heads, None, self.in_proj_bias, None, None, False, 0.0, self.out_proj.weight, self.out_proj.bias,
            need_weights=False, use_separate_proj_weight=True, q_proj_weight=self.q_proj_weight, k_proj_weight=self.k_proj_weight,
            v_proj_weight=self.v_proj_weight)
        return found.transpose(0, 1)


class RotaryAttention(nn.Module):
    """Attention whose queries and keys turn with their positions, over the positions that each example has."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.empty(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x):
        rows, length, width = x.shape
        parts = functional.linear(x, self.in_proj_weight, self.in_proj_bias).view(rows, length, 3, self.heads, width // self.heads)
        q, k, v = (parts[:, :, i].transpose(1, 2) for i in range(3))
        q, k = turned(q), turned(k)
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5
        scores = scores.masked_fill(missing()[:, None, None, :], -math.inf)
        return self.out_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(rows, length, width))


def turned(x):
    half = x.shape[-1] // 2
    angles = torch.arange(x.shape[-2], dtype=torch.float64)[:, None] * 10000 ** (-torch.arange(half, dtype=torch.float64) / half)
    a, b = x[..., :half], x[..., half:]
    return torch.cat([a * angles.cos() - b * angles.sin(), b * angles.cos() + a * angles.sin()], -1)


class Positions(nn.Embedding):
    def forward(self, x):
        return x + self.weight[:x.shape[1]]


class Sines(nn.Module):
    def forward(self, x):
        length, width = x.shape[1:]
        angles = torch.arange(length, dtype=torch.float64)[:, None] / 10000 ** (torch.arange(0, width, 2) / width)
        return x + torch.stack([angles.sin(), angles.cos()], -1).reshape(length, width)


class ClassToken(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(width))

    def forward(self, x):
        return torch.cat([self.weight.expand(len(x), 1, -1), x], 1)


class FirstToken(nn.Module):
    def forward(self, x):
        return x[:, 0]


class MeanPool(nn.Module):
    def forward(self, x):
        return x.mean(1)


class MeanOfPresent(nn.Module):
    def forward(self, x):
        return x.masked_fill(missing()[:, :, None], 0).sum(1) / LENGTHS[:, None]


class SwiGlu(nn.Module):
    def forward(self, x):
        a, b = x.chunk(2, -1)
        return functional.silu(a) * b


class SquaredRelu(nn.Module):
    def forward(self, x):
        return functional.relu(x).square()


class Patches(nn.Conv2d):
    def forward(self, x):
        return super().forward(x).flatten(2).transpose(1, 2)


class Tokens(nn.Embedding):
    def forward(self, x):
        return super().forward(x.long())


TOKENS = 6
LENGTHS = torch.tensor([6, 1, 3, 6, 2, 5, 4])


def missing():
    return torch.arange(TOKENS)[None, :] >= LENGTHS[:, None]


def linear():
    return nn.Linear(WIDTH, WIDTH)


def branch():
    return nn.Linear(WIDTH, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, WIDTH)


def layer():
    return nn.Sequential(linear(), nn.Tanh())


def twice(make):
    return [make() for _ in range(2)]


def every_layer():
    frozen = layer().requires_grad_(False)
    return nn.Sequential(
        nn.Linear(INPUTS, WIDTH), nn.ReLU(), nn.LayerNorm(WIDTH),
        nn.Linear(WIDTH, WIDTH, bias=False), nn.LeakyReLU(0.2), RmsNorm(),
        linear(), nn.Tanh(), linear(), nn.Sigmoid(),
        linear(), nn.GELU(), linear(), nn.GELU(approximate="tanh"),
        linear(), nn.SiLU(), linear(), nn.PReLU(),
        linear(), nn.Identity(), CRelu(),
        nn.Linear(2 * WIDTH, WIDTH), Scale(0.5), LearnedScale(),
        Scaled(1, *branch()),
        nn.Sequential(*twice(lambda: Scaled(2 ** -0.5, *branch()))),
        nn.Sequential(*twice(lambda: ReZero(*branch()))),
        nn.Sequential(*twice(lambda: LayerScale(*branch()))),
        nn.Sequential(*twice(lambda: Gated(*branch()))),
        nn.Sequential(*twice(lambda: DeepNorm(2 ** 0.25, *branch()))),
        Streams(*twice(lambda: InStreams(*branch()))),
        Parallel([nn.Sequential(*branch()), layer()]),
        nn.Sequential(*3 * [layer()]),
        frozen,
        Projected(nn.Linear(WIDTH, NARROW), nn.ReLU()),
        nn.Linear(NARROW, OUTPUTS))


def every_image_layer():
    return nn.Sequential(
        OfPixels(CHANNELS, PIXEL), nn.GroupNorm(4, PIXEL), nn.Tanh(),
        nn.MaxPool2d(3, stride=2, padding=1),
        Scaled(1, nn.GroupNorm(3, PIXEL), OfPixels(PIXEL, PIXEL), nn.GELU()), nn.AvgPool2d(3, stride=1, padding=1),
        Sum([
            nn.Sequential(nn.MaxPool2d(2), nn.Flatten(), nn.Linear(2 * 2 * PIXEL, PIXEL)),
            nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())]),
        nn.Linear(PIXEL, OUTPUTS))


def every_convolution():
    return nn.Sequential(
        nn.Conv2d(CHANNELS, 8, 3, padding="same"), nn.ReLU(), nn.Conv2d(8, 6, 2, padding="same"), nn.GELU(),
        nn.Conv2d(6, 7, 5, padding=1, bias=False),
        Strided(7, 6, nn.Conv2d(7, 6, 3, stride=2, padding=1), nn.Tanh(), nn.Conv2d(6, 6, 3, padding=1)),
        nn.Conv2d(6, 5, 1), nn.Tanh(), nn.Flatten(), nn.Linear(4 * 3 * 5, OUTPUTS))


def every_sequence_layer():
    return nn.Sequential(
        nn.Linear(6, 8), Positions(7, 8),
        Scaled(1, nn.LayerNorm(8), SelfAttention(8, 2)), Scaled(1, SelfAttention(8, 4, causal=True, bias=False)), ClassToken(8),
        ApartAttention(8, 1), nn.LayerNorm(8), nn.Linear(8, 12), SwiGlu(), nn.Linear(6, 8), SquaredRelu(), nn.LayerNorm(8),
        Sum([nn.Sequential(FirstToken()), nn.Sequential(MeanPool())]), nn.Linear(8, OUTPUTS))


def every_token():
    return nn.Sequential(
        Tokens(11, 8), Sines(), RotaryAttention(8, 2), nn.Linear(8, 8), nn.Tanh(), MeanOfPresent(), nn.Linear(8, OUTPUTS))


def every_patch():
    return nn.Sequential(
        Patches(3, 8, 4, stride=4), ClassToken(8), SelfAttention(8, 2), nn.Linear(8, 8), nn.GELU(), FirstToken(), nn.Linear(8, OUTPUTS))


def every_half():
    def layer():
        return Sum([nn.Sequential(ChannelScale(4)), nn.Sequential(NCRelu(), weight_norm(nn.Conv2d(8, 4, 3, padding=1)))])

    return nn.Sequential(
        nn.Conv2d(CHANNELS, 4, 3, padding=1), layer(), layer(), nn.Tanh(),
        weight_norm(OfPixels(4, 5, bias=False)), nn.Flatten(), weight_norm(nn.Linear(5 * 5 * 6, OUTPUTS)))


def draw(*shape):
    return torch.randn(*shape, dtype=torch.float32).double()


def start(parameter):
    """Matrices keep the size of what they multiply, and a half more for what activations take from it."""
    with torch.no_grad():
        fan_in = parameter[0].numel()
        parameter.copy_((draw(*parameter.shape) * (1.5 / fan_in ** 0.5 if parameter.dim() > 1 else 0.7)).float())


def after_step(network, optimizer):
    """The parameters after a step of an optimizer, which leaves the network as it was."""
    before = [parameter.detach().clone() for parameter in network.parameters()]
    optimizer.step()
    after = {name: parameter.detach().clone() for name, parameter in network.named_parameters()}
    with torch.no_grad():
        for parameter, values in zip(network.parameters(), before):
            parameter.copy_(values)
    return after


def write(name, network, draw_inputs, channels_first=lambda x: x, more={}):
    """A step of a network. Inputs are saved with channels last, as NetGen takes them."""
    for parameter in network.parameters():
        start(parameter)

    inputs, targets = draw_inputs(), draw(ROWS, OUTPUTS)
    outputs = network(channels_first(inputs))
    loss = functional.mse_loss(outputs, targets)
    loss.backward()
    tensors = {"input": inputs, "target": targets, "output": outputs, "loss": loss, **more}
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    for name_of, parameter in network.named_parameters():
        tensors["parameters." + name_of] = parameter
        if parameter.requires_grad:
            tensors["gradients." + name_of] = parameter.grad
    optimizers = {
        "sgd": torch.optim.SGD(trained, lr=0.5),
        "adam": torch.optim.Adam(trained, lr=0.01),
        "adamw": torch.optim.AdamW(trained, lr=0.01, weight_decay=0.5),
    }
    for optimizer, rule in optimizers.items():
        tensors.update({f"{optimizer}.{name_of}": values for name_of, values in after_step(network, rule).items()})

    save(pathlib.Path(__file__).with_name(name), tensors)


def main():
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(4)
    write("every_layer.safetensors", every_layer(), lambda: draw(ROWS, INPUTS))
    torch.manual_seed(5)
    write("every_image_layer.safetensors", every_image_layer(), lambda: draw(ROWS, HEIGHT, BREADTH, CHANNELS), lambda x: x.movedim(-1, 1))
    torch.manual_seed(6)
    write("every_convolution.safetensors", every_convolution(), lambda: draw(ROWS, HEIGHT, BREADTH, CHANNELS), lambda x: x.movedim(-1, 1))
    torch.manual_seed(7)
    write("every_sequence_layer.safetensors", every_sequence_layer(), lambda: draw(ROWS, 5, 6))
    torch.manual_seed(8)
    tokens = torch.randint(11, (ROWS, TOKENS)).double()
    write("every_token.safetensors", every_token(), lambda: tokens, more={"lengths": LENGTHS.double()})
    torch.manual_seed(9)
    write("every_patch.safetensors", every_patch(), lambda: draw(ROWS, 8, 12, 3), lambda x: x.movedim(-1, 1))
    torch.manual_seed(10)
    write("every_half.safetensors", every_half(), lambda: draw(ROWS, 5, 6, CHANNELS), lambda x: x.movedim(-1, 1))


if __name__ == "__main__":
    main()
