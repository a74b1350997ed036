// Turns figures and animations into pictures with few colours, which a notebook can hold. Called by the publisher.
"use strict";

const ink = "#24292f", faint = "#57606a";
const font = "'Source Sans 3', 'Noto Sans', 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif";

// A figure as a picture: an animation as its first, middle and last frame side by side. The caption stands below.
async function drawFigure(figure, caption, width, scale) {
  const layout = { ...figure.layout, width, autosize: false, paper_bgcolor: "#fff", font: { ...figure.layout?.font, color: ink, family: font } };
  layout.height ??= 450;
  // A figure of the library holds its caption below its title, too.
  const held = layout.meta?.captionheight ?? 0;
  if (held) {
    layout.title = { ...layout.title, text: layout.meta.title };
    layout.height -= held;
    layout.margin = { ...layout.margin, t: layout.margin.t - held };
  }
  const frames = figure.frames ?? [];
  if (frames.length < 3) {
    const picture = await draw(figure.data, layout, scale);
    return encode(captioned(picture, picture.height, caption, scale));
  }
  const stills = [0, Math.floor(frames.length / 2), frames.length - 1];
  const slider = layout.sliders?.[0];
  const labels = new Map((slider?.steps ?? []).map(step => [step.args?.[0]?.[0], (slider.currentvalue?.prefix ?? "") + step.label]));
  const pictures = [];
  for (const index of stills) {
    const frame = frames[index];
    const data = figure.data.map(trace => ({ ...trace }));
    (frame.data ?? []).forEach((part, place) => Object.assign(data[frame.traces?.[place] ?? place], part));
    const still = { ...layout, ...frame.layout, sliders: [], updatemenus: [], width: width / 2, height: layout.height / 2 + 60, showlegend: false };
    still.title = { ...still.title, text: labels.get(frame.name) ?? frame.name ?? "", x: 0.5, xanchor: "center" };
    still.margin = { l: 50, r: 12, t: 44, b: 50 };
    pictures.push(await draw(data, still, scale * 2 / 3));
  }
  const together = beside(pictures);
  return encode(captioned(together, lastInk(together) + 12 * scale, caption, scale)); // where the controls were is empty
}

// A GIF as its first, middle and last frame side by side.
async function drawGif(base64) {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const decoder = new ImageDecoder({ data: bytes, type: "image/gif" });
  await decoder.tracks.ready;
  const count = decoder.tracks.selectedTrack.frameCount;
  const pictures = [];
  for (const index of [...new Set([0, Math.floor(count / 2), count - 1])]) {
    const { image } = await decoder.decode({ frameIndex: index });
    const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
    canvas.getContext("2d").drawImage(image, 0, 0);
    pictures.push(canvas);
  }
  return encode(beside(pictures));
}

async function draw(data, layout, scale) {
  const address = await Plotly.toImage({ data, layout, config: {} }, { format: "png", width: layout.width, height: layout.height, scale });
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas;
}

function beside(pictures) {
  const canvas = new OffscreenCanvas(pictures.reduce((sum, picture) => sum + picture.width, 0), Math.max(...pictures.map(picture => picture.height)));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  let left = 0;
  for (const picture of pictures) {
    context.drawImage(picture, left, 0);
    left += picture.width;
  }
  return canvas;
}

// The picture down to its foot, and the caption in lines that fit.
function captioned(picture, foot, caption, scale) {
  const context = picture.getContext("2d");
  const words = caption.split(/\s+/).filter(word => word), lines = [];
  const size = 13 * scale, style = `${size}px ${font}`;
  context.font = style;
  for (const word of words) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= picture.width - 2 * size) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const canvas = new OffscreenCanvas(picture.width, Math.ceil(foot + lines.length * 1.4 * size + (lines.length ? 8 * scale : 0)));
  const to = canvas.getContext("2d");
  to.fillStyle = "#fff";
  to.fillRect(0, 0, canvas.width, canvas.height);
  to.drawImage(picture, 0, 0);
  to.fillStyle = faint;
  to.font = style;
  lines.forEach((line, row) => to.fillText(line, size, foot + (row + 1) * 1.4 * size));
  return canvas;
}

function lastInk(canvas) {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  for (let at = data.length - 1; at >= 0; at--)
    if (at % 4 !== 3 && data[at] < 250) return Math.floor(at / 4 / width) + 1;
  return height;
}

// Width, height, a palette of at most 256 colours and one index a pixel.
function encode(canvas) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const { palette, nearest } = quantise(data);
  const indices = new Uint8Array(canvas.width * canvas.height);
  for (let pixel = 0; pixel < indices.length; pixel++)
    indices[pixel] = nearest[key(data, pixel * 4)];
  let text = "";
  for (let start = 0; start < indices.length; start += 0x8000)
    text += String.fromCharCode(...indices.subarray(start, start + 0x8000));
  return { width: canvas.width, height: canvas.height, palette: palette.flat(), indices: btoa(text) };
}

// Colours in 15 bits: fine enough for flat colours and their edges.
const key = (data, at) => (data[at] >> 3) << 10 | (data[at + 1] >> 3) << 5 | data[at + 2] >> 3;

// Median cut: the box with the longest side, weighted by its pixels, is halved until there are 256.
function quantise(data) {
  const bins = count(data);
  const boxes = [measure(bins)];
  while (boxes.length < 256) {
    const widest = boxes.reduce((best, box) => box.weight > best.weight ? box : best);
    if (widest.weight === 0) break;
    const bins = widest.bins.sort((a, b) => a.mean[widest.channel] - b.mean[widest.channel]);
    const half = Math.max(1, Math.min(bins.length - 1, middle(bins, widest.count)));
    boxes.splice(boxes.indexOf(widest), 1, measure(bins.slice(0, half)), measure(bins.slice(half)));
  }
  const nearest = new Uint8Array(1 << 15);
  const palette = boxes.map((box, index) => {
    for (const bin of box.bins) nearest[bin.key] = index;
    return [0, 1, 2].map(channel => Math.round(box.bins.reduce((sum, bin) => sum + bin.mean[channel] * bin.count, 0) / box.count));
  });
  return { palette, nearest };
}

// The colours that occur, each with its number of pixels and their mean.
function count(data) {
  const counts = new Uint32Array(1 << 15), sums = new Float64Array(3 << 15);
  for (let at = 0; at < data.length; at += 4) {
    const bin = key(data, at);
    counts[bin]++;
    for (let channel = 0; channel < 3; channel++) sums[3 * bin + channel] += data[at + channel];
  }
  const bins = [];
  counts.forEach((count, key) => {
    if (count > 0) bins.push({ key, count, mean: [0, 1, 2].map(channel => sums[3 * key + channel] / count) });
  });
  return bins;
}

function middle(bins, count) {
  let passed = 0;
  return bins.findIndex(bin => (passed += bin.count) * 2 >= count) + 1;
}

function measure(bins) {
  const sides = [0, 1, 2].map(channel => Math.max(...bins.map(bin => bin.mean[channel])) - Math.min(...bins.map(bin => bin.mean[channel])));
  const channel = sides.indexOf(Math.max(...sides));
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return { bins, channel, count, weight: bins.length < 2 ? 0 : sides[channel] * Math.sqrt(count) };
}
