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
from networks import NETWORKS

TRIAL_SECONDS = 0.1


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("group", choices=["training", "prediction"])
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--loss", default="")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--folder", required=True)
    return parser.parse_args()


def require_openblas():
    with open("/proc/self/maps", encoding="utf-8") as maps:
        if "openblas-openmp" not in maps.read():
            sys.exit("expected PyTorch with the OpenBLAS of OpenMP as its BLAS, got another")


class Job:
    """A network, what goes in, and how it is made into a call."""

    def __init__(self, options):
        self.options = options
        self.start = tensors.load(os.path.join(options.folder, "start.safetensors"))
        self.modes = training.modes() if options.group == "training" else prediction.modes()

    def network(self):
        network = NETWORKS[self.options.network](lambda size: size)
        parameters = "parameters."
        network.load_state_dict({name[len(parameters):]: tensor.clone() for name, tensor in self.start.items() if name.startswith(parameters)})
        return network

    def call(self, mode):
        return self._call(self.network(), self.start["input"], self.start.get("target"), mode)

    def call_of_size_one(self, mode):
        """Every call of the work, with one number in each tensor."""
        targets = None if "target" not in self.start else torch.ones(1, 1)
        return self._call(NETWORKS[self.options.network](lambda size: 1), torch.ones(1, 1), targets, mode)

    def _call(self, network, inputs, targets, mode):
        if self.options.group == "training":
            return training.step(network, self.options.loss, inputs, targets, self.modes[mode])
        return prediction.prediction(network, inputs, self.modes[mode])

    def answers(self, call):
        return training.answers(call) if self.options.group == "training" else call()


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
    if job.options.group == "prediction":
        torch.onnx.export(job.network(), job.start["input"], os.path.join(job.options.folder, "network.onnx"), input_names=["input"], output_names=["output"])
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
