"""A prediction, in every mode that PyTorch has for it on a processor."""

import torch


def modes():
    return {
        "eager": lambda network, inputs: network,
        "traced": torch.jit.trace,
        "frozen": lambda network, inputs: torch.jit.freeze(torch.jit.script(network)),
        "optimized for inference": lambda network, inputs: torch.jit.optimize_for_inference(torch.jit.script(network)),
    }


def prediction(network, inputs, mode):
    """A function that predicts once."""
    network = mode(network.eval(), inputs)
    return lambda: network(inputs)
