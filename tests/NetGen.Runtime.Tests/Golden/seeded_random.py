"""The numbers of NetGen.SeededRandom: xoshiro256** (Blackman and Vigna 2021), its state filled from the seed by SplitMix64 (Steele et al. 2014)."""

import math

import torch

MASK = 2 ** 64 - 1


class SeededRandom:
    def __init__(self, seed):
        self.state = [self._mix(seed + i * 0x9E3779B97F4A7C15) for i in range(4)]

    def tensor(self, shape, low, high):
        """32-bit floats, as NextSingle(low, high) gives them one after the other."""
        shares = torch.tensor([self._next() >> 40 for _ in range(math.prod(shape))], dtype=torch.float64) / 2 ** 24
        low, high = (torch.tensor(end, dtype=torch.float32).double() for end in (low, high))
        return (low + (high - low) * shares).float().double().reshape(shape)

    @staticmethod
    def _mix(counter):
        mixed = (counter + 0x9E3779B97F4A7C15) & MASK
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & MASK
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & MASK
        return mixed ^ mixed >> 31

    def _next(self):
        a, b, c, d = self.state
        c ^= a
        d ^= b
        self.state = [a ^ d, b ^ c, c ^ b << 17 & MASK, self._left(d, 45)]
        return self._left(b * 5 & MASK, 7) * 9 & MASK

    @staticmethod
    def _left(value, bits):
        return (value << bits | value >> 64 - bits) & MASK
