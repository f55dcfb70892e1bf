"""What the encoder's settings cost and give: the front that those in use were chosen from.

    ./run python -m benchmarks.settings

Every fifth shot of a film, drawn once, is encoded with each row's options. PSNR is that of luma,
over all pictures.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from pathlib import Path
from unittest import mock

import av
import numpy as np

from benchmarks.floor import Pictures, Recorded, record
from benchmarks.quality import luma
from filmrender.encoding.video import OPTIONS, Encoder, VideoFormat

_VERYFAST = {"preset": "veryfast", "tune": "animation", "threads": "1"}
_MORE, _TREE, _BLOCKS, _EVEN = (
    {**OPTIONS, "x264-params": f"{OPTIONS['x264-params']}:{more}"}
    for more in ("ref=3:subme=7:trellis=2", "mbtree=1:rc-lookahead=40", "no-deblock=1", "aq-mode=0")
)
ROWS: dict[str, dict[str, str]] = {
    "Manim's: medium, crf 23": {"crf": "23", "threads": "1"},
    "veryfast, animation, crf 20": {**_VERYFAST, "crf": "20"},
    "superfast, animation, crf 20": {**_VERYFAST, "preset": "superfast", "crf": "20"},
    "ultrafast, crf 20": {"preset": "ultrafast", "crf": "20", "threads": "1"},
    "in use, with more search": _MORE,
    "in use, with a tree, crf 23": {**_TREE, "crf": "23"},
    "in use, without deblocking": _BLOCKS,
    "in use, one quantiser": _EVEN,
    "in use": OPTIONS,
    "in use, for previews": VideoFormat(854, 480, 15).options,
}


def encode(shot: Pictures, recorded: Recorded) -> tuple[float, int, list[float]]:
    """Encode a shot; return seconds of the processor, bytes, and each picture's luma error."""
    encoder, originals, seconds = Encoder(recorded.video), [], 0.0
    for patches, moment in shot:
        began = time.process_time()
        encoder.encode(patches, moment)
        seconds += time.process_time() - began
        originals.append(luma(encoder._converter.frame).copy())
    began = time.process_time()
    header, packets = encoder.finish()
    seconds += time.process_time() - began
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = header
    decoded = [f for p in packets for f in decoder.decode(av.Packet(p.content))]
    decoded += decoder.decode(None)
    errors = [
        float(np.mean(np.square(luma(frame).astype(np.int16) - original, dtype=np.int32)))
        for frame, original in zip(decoded, originals, strict=True)
    ]
    return seconds, sum(len(packet.content) for packet in packets), errors


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--film", default="laser")
    parser.add_argument("--quality", default="h", choices="lmh")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        recorded = record(args.film, args.quality, Path(folder))
    shots = recorded.shots[::5]
    print(f"{args.film}: {sum(map(len, shots))} pictures")
    print(f"{'':32}{'ms/picture':>12}{'KiB':>8}{'PSNR':>8}{'worst':>8}")
    for name, options in ROWS.items():
        with mock.patch.object(VideoFormat, "options", options):
            encoded = [encode(shot, recorded) for shot in shots]
        errors = [error for _, _, each in encoded for error in each]
        rate = 1000 * sum(seconds for seconds, _, _ in encoded) / len(errors)
        size = sum(size for _, size, _ in encoded) / 1024
        psnr, worst = (10 * math.log10(255**2 / e) for e in (np.mean(errors), max(errors)))
        print(f"{name:32}{rate:12.2f}{size:8.0f}{psnr:8.2f}{worst:8.2f}")


if __name__ == "__main__":
    main()
