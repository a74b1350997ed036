"""Makes the pictures that the PNG reader is tested with (Debian's python3, python3-pil and python3-numpy).

pillow-*.png are encoded by Pillow. plain-*.png are packed here with zlib: kinds that Pillow does not write (interlaced,
16 bits a sample, each of the five filters). pixels.npy holds all of them as Pillow decodes them, laid over white:
uint8 [files, 3, 7, 11], files in the order of their names. Values of 16 bits are multiples of 257, so that keeping
the high byte, as Pillow does, and rounding agree.
"""
import os, struct, zlib
import numpy as np
from PIL import Image

H, W = 7, 11
here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(5)
smooth = (np.add.outer(np.arange(H) * 20, np.arange(W) * 10)[..., None] + np.array([0, 30, 60])).clip(0, 255).astype(np.uint8)
noisy = rng.integers(0, 256, (H, W, 4), dtype=np.uint8)


def path(name):
    return os.path.join(here, name + ".png")


def pillow():
    Image.fromarray(smooth).save(path("pillow-rgb"))
    Image.fromarray(noisy[..., :3]).save(path("pillow-rgb-noisy"), optimize=True)
    Image.fromarray(noisy, "RGBA").save(path("pillow-rgba"))
    Image.fromarray(smooth[..., 0]).save(path("pillow-grey"))
    Image.fromarray(noisy[..., :2], "LA").save(path("pillow-grey-alpha"))
    Image.fromarray(noisy[..., 0] > 127).save(path("pillow-one-bit"))
    for colors in (2, 4, 16, 200):
        Image.fromarray(noisy[..., :3]).quantize(colors).save(path(f"pillow-palette-{colors}"))
    Image.fromarray(smooth).quantize(8).save(path("pillow-palette-clear"), transparency=bytes([0, 100, 255]))
    Image.fromarray(smooth).save(path("pillow-rgb-clear"), transparency=tuple(int(v) for v in smooth[3, 4]))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(samples, depth):
    """Rows of samples [h, w, c] as bytes."""
    rows = samples.reshape(samples.shape[0], -1).astype(np.uint16)
    if depth == 16:
        return [row.astype(">u2").tobytes() for row in rows]
    bits = (rows[..., None] >> np.arange(depth - 1, -1, -1)) & 1
    return [np.packbits(row.reshape(-1).astype(np.uint8)).tobytes() for row in bits]


def filtered(rows, step, kind):
    above, out = bytes(len(rows[0])) if rows else b"", b""
    for row in rows:
        line = bytearray()
        for i, value in enumerate(row):
            left, up = (row[i - step] if i >= step else 0), above[i]
            corner = above[i - step] if i >= step else 0
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda n: abs(guess - n))
            line.append((value - [0, left, up, (left + up) // 2, paeth][kind]) % 256)
        out += bytes([kind]) + bytes(line)
        above = row
    return out


def plain(name, samples, depth, color, kind=0, interlaced=False, extra=b""):
    step = max(1, samples.shape[2] * depth // 8)
    passes = [(0, 0, 1, 1)]
    if interlaced:
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    parts = [samples[y::dy, x::dx] for x, y, dx, dy in passes]
    data = b"".join(filtered(packed(part, depth), step, kind) for part in parts if part.size)
    body = zlib.compress(data, 9)
    cut = len(body) // 3
    with open(path("plain-" + name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, depth, color, 0, 0, int(interlaced))))
        file.write(chunk(b"tEXt", b"Comment\0of no matter") + extra)
        file.write(chunk(b"IDAT", body[:cut]) + chunk(b"IDAT", body[cut:]) + chunk(b"IEND", b""))


def by_hand():
    wide = noisy.astype(np.uint16) * 257
    palette = noisy.reshape(-1, 4)[:, :3]
    for kind in range(5):
        plain(f"filter-{kind}", noisy[..., :3] // 3 + smooth // 2, 8, 2, kind)
    for depth in (1, 2, 4):
        grey = noisy[..., :1] >> (8 - depth)
        plain(f"grey-{depth}-interlaced", grey, depth, 0, interlaced=True)
        plain(f"grey-{depth}-clear", grey, depth, 0, extra=chunk(b"tRNS", struct.pack(">H", 1)))
        plain(f"palette-{depth}-interlaced", grey, depth, 3, interlaced=True, extra=chunk(b"PLTE", palette[:2 ** depth].tobytes()))
    plain("grey-16", wide[..., :1], 16, 0, 4)
    plain("grey-alpha-16", wide[..., :2], 16, 4, 3)
    plain("rgb-16-interlaced", wide[..., :3], 16, 2, 1, interlaced=True)
    plain("rgba-16", wide, 16, 6, 2)
    plain("rgba-interlaced", noisy, 8, 6, 4, interlaced=True)


def over_white(file):
    image = Image.open(os.path.join(here, file))
    if image.mode.startswith("I"):                       # 16 bits of grey: Pillow keeps them
        image = Image.fromarray((np.asarray(image) // 257).astype(np.uint8))
    if image.mode == "L" and "transparency" in image.info:      # Pillow scales the samples, but not the transparent one
        image.info["transparency"] *= 255 // (2 ** int(file.split("-")[2]) - 1)
    rgba = np.asarray(image.convert("RGBA")).astype(np.int64)
    color, opacity = rgba[..., :3], rgba[..., 3:]
    return ((color * opacity + 255 * (255 - opacity)) * 2 + 255) // 510


pillow()
by_hand()
files = sorted(file for file in os.listdir(here) if file.endswith(".png"))
np.save(os.path.join(here, "pixels.npy"), np.stack([over_white(file) for file in files]).astype(np.uint8).transpose(0, 3, 1, 2).copy())
print(len(files), "files")
