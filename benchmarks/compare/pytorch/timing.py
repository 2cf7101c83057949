"""The same as Measuring/Timing.cs."""

import statistics
import time

SAMPLE_SECONDS = 0.01
ROUND_SECONDS = 0.1


def repeat(call, count):
    start = time.perf_counter()
    for _ in range(count):
        call()
    return time.perf_counter() - start


def calls_per_sample(call):
    count = 1
    while repeat(call, count) < SAMPLE_SECONDS:
        count *= 2
    return count


def median(call, count, seconds=ROUND_SECONDS):
    """The seconds that one call takes: the median of samples of so many calls each."""
    samples = []
    end = time.perf_counter() + seconds
    while len(samples) < 3 or time.perf_counter() < end:
        samples.append(repeat(call, count) / count)
    return statistics.median(samples)
