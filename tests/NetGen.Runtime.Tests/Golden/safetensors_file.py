"""The format of safetensors: the length of a header, the header, the values, whole numbers first."""

import json

import numpy
import torch

TYPES = {torch.float64: ("F32", "<f4"), torch.int64: ("I64", "<i8")}


def save(path, tensors):
    header, data = {}, b""
    for name, tensor in sorted(tensors.items(), key=lambda pair: (pair[1].dtype != torch.int64, pair[0])):
        kind, layout = TYPES[tensor.dtype]
        values = tensor.detach().numpy().astype(layout).tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)


def load(path):
    content = path.read_bytes()
    data = 8 + int.from_bytes(content[:8], "little")
    tensors = {}
    for name, entry in json.loads(content[8:data]).items():
        kind, layout = next((kind, layout) for kind, (code, layout) in TYPES.items() if code == entry["dtype"])
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(content[data + begin:data + end], layout).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy()).to(kind)
    return tensors
