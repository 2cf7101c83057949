"""Reads a safetensors file of 32-bit floats."""

import json
import struct

import torch


def load(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    return {
        name: torch.frombuffer(data, dtype=torch.float32, count=(entry["data_offsets"][1] - entry["data_offsets"][0]) // 4, offset=entry["data_offsets"][0])
        .reshape(entry["shape"])
        .clone()
        for name, entry in header.items()
        if name != "__metadata__"
    }
