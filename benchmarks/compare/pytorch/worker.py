"""Does a work in PyTorch and tells how long it takes, a round for every line that comes in; see Measuring/Worker.cs."""

import argparse
import os
import sys

import torch

import calls
import prediction
import tensors
import timing
import training
from networks import IMAGES_OF_SIZE_ONE, NETWORKS

TRIAL_SECONDS = 0.1


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("group", choices=["training", "images", "sequences", "prediction"])
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--optimizer", default="")
    parser.add_argument("--loss", default="")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--folder", required=True)
    return parser.parse_args()


def require_openblas():
    with open("/proc/self/maps", encoding="utf-8") as maps:
        if "openblas-openmp" not in maps.read():
            sys.exit("expected PyTorch with the OpenBLAS of OpenMP as its BLAS, got another")


class Job:
    """A network, what goes in, and how it is made into a call. Images are tried in both orders that PyTorch has for them in memory."""

    def __init__(self, options):
        self.options = options
        self.start = tensors.load(os.path.join(options.folder, "start.safetensors"))
        self.predicts = options.group == "prediction"
        kinds = prediction.modes() if self.predicts else training.modes(options.optimizer)
        orders = {"": torch.contiguous_format}
        if self.takes_images:
            orders = {", channels first": torch.contiguous_format, ", channels last": torch.channels_last}
        self.modes = {kind + order: (mode, layout) for kind, mode in kinds.items() for order, layout in orders.items()}

    @property
    def takes_images(self):
        return self.start["input"].dim() == 4

    @property
    def takes_tokens(self):
        return "length" in self.start

    def network(self):
        network = NETWORKS[self.options.network](lambda size: size)
        parameters = "parameters."
        state = {name[len(parameters):]: tensor.clone() for name, tensor in self.start.items() if name.startswith(parameters)}
        # What a batch norm remembers starts as PyTorch starts it.
        network.load_state_dict({**{name: buffer for name, buffer in network.named_buffers()}, **state})
        return network

    def batches(self):
        """Inputs and targets; documents of tokens one by one, as far as each goes."""
        if self.takes_tokens:
            lengths = self.start["length"].flatten().int().tolist()
            return list(zip(self.documents("input", lengths), self.documents("target", lengths)))
        inputs, targets = self.start["input"], self.start.get("target")
        # Images, which the file has as [n, H, W, C], become [n, C, H, W].
        inputs = inputs.permute(0, 3, 1, 2).contiguous() if self.takes_images else inputs
        return [(inputs, targets.argmax(1) if self.options.loss == "cross-entropy" else targets)]

    def documents(self, name, lengths):
        return [row[:length].long() for row, length in zip(self.start[name], lengths)]

    def call(self, mode):
        return self._call(self.network(), self.batches(), mode)

    def call_of_size_one(self, mode):
        """Every call of the work, with one number in each tensor; of images there are two, as a batch norm takes no fewer."""
        inputs = torch.zeros(1, dtype=torch.long) if self.takes_tokens else torch.ones(1, 1)
        if self.takes_images:
            side = IMAGES_OF_SIZE_ONE[self.options.network]
            inputs = torch.ones(2, self.start["input"].shape[3], side, side)
        classes = self.options.loss == "cross-entropy"
        targets = torch.zeros(len(inputs), dtype=torch.long) if classes else torch.ones(len(inputs), 1)
        return self._call(NETWORKS[self.options.network](lambda size: 1), [(inputs, targets)], mode)

    def _call(self, network, batches, mode):
        kind, layout = self.modes[mode]
        if self.takes_images:
            network = network.to(memory_format=layout)
            batches = [(inputs.contiguous(memory_format=layout), targets) for inputs, targets in batches]
        if self.predicts:
            return prediction.prediction(network, batches[0][0], kind)
        return training.step(network, self.options.optimizer, self.options.loss, batches, kind)

    def answers(self, call):
        return call() if self.predicts else training.answers(call)


def warm(call):
    """The number of calls of a sample. The first calls compile what is scripted."""
    for _ in range(5):
        call()
    count = timing.calls_per_sample(call)
    timing.median(call, count, TRIAL_SECONDS)
    return count


def trial(call):
    return timing.median(call, warm(call), TRIAL_SECONDS)


def serve(job):
    trials = {mode: trial(job.call(mode)) for mode in job.modes}
    best = min(trials, key=trials.get)
    call = job.call(best)
    job.answers(call).contiguous().numpy().tofile(os.path.join(job.options.folder, "answers"))
    count = warm(call)
    print(f"ready\t{timing.median(call, count)!r}\t{torch.__version__}\t{best}", flush=True)
    for line in sys.stdin:
        if line.strip() == "parts":
            print(f"{calls.number(call)} {min(trial(job.call_of_size_one(mode)) for mode in job.modes)!r}", flush=True)
        else:
            print(repr(timing.median(call, count)), flush=True)


def main():
    options = parse()
    require_openblas()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    if options.group == "prediction":
        with torch.inference_mode():
            serve(Job(options))
    else:
        serve(Job(options))


main()
