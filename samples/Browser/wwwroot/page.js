import { draw } from './chart.js';

const find = id => document.getElementById(id);
const names = ['plain', 'residual'];
const worker = new Worker('worker.js', { type: 'module' });
let depths = [], run = 0, paused = false, waits = false, seen;

worker.onerror = error => find('state').textContent = `.NET did not start: ${error.message}`;
worker.onmessage = ({ data }) => {
  if (data.depths) {
    depths = data.depths;
    for (const id of ['depth', 'scale', 'pause', 'again']) find(id).disabled = false;
    start();
  } else if (data.run === run) {
    take(data);
  }
};

find('depth').oninput = () => {
  // The weights of a deeper network start smaller, by 1/√depth, unless the other slider says otherwise.
  find('scale').value = -Math.log10(depth()) / 2;
  label();
};
find('scale').oninput = label;
find('depth').onchange = find('scale').onchange = start;
find('again').onclick = start;
find('pause').onclick = () => {
  paused = !paused;
  find('pause').textContent = paused ? 'Go on' : 'Pause';
  worker.postMessage({ learns: !paused });
};
new ResizeObserver(show).observe(find('loss'));

const depth = () => depths[find('depth').value];
const scale = () => 10 ** find('scale').value;

function label() {
  find('depth-value').value = depth();
  find('scale-value').value = scale().toFixed(3);
}

function start() {
  label();
  find('state').textContent = 'Step 0.';
  seen = { step: 0, each: 1, bins: [], last: null, first: null };
  run++;
  worker.postMessage({ run, depth: depth(), scale: scale(), learns: !paused });
}

function take({ step, losses, milliseconds, gradients }) {
  for (const pair of losses) keep(++seen.step, pair);
  if (gradients) {
    seen.first ??= gradients;
    seen.last = gradients;
    names.forEach((name, index) => find(`${name}-ratio`).textContent = ratio(gradients[index]));
  }
  if (losses.length) {
    find('state').textContent = `Step ${step.toLocaleString('en')}, ${(1000 / milliseconds).toFixed(0)} a second.`;
    names.forEach((name, index) =>
      find(`${name}-loss`).textContent = short(losses.reduce((sum, pair) => sum + pair[index], 0) / losses.length));
  }
  show();
}

// Means of ever more steps each, so that there are never more than 400.
function keep(step, pair) {
  const bin = seen.bins.at(-1);
  if (bin && bin.count < seen.each) {
    bin.count++;
    bin.sums = bin.sums.map((sum, index) => sum + pair[index]);
  } else {
    seen.bins.push({ step, count: 1, sums: [...pair] });
  }
  if (seen.bins.length > 400) {
    seen.each *= 2;
    seen.bins = seen.bins.flatMap((first, index, all) => {
      const second = all[index + 1];
      if (index % 2) return [];
      return [second ? { step: first.step, count: first.count + second.count, sums: first.sums.map((sum, i) => sum + second.sums[i]) } : first];
    });
  }
}

function show() {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    if (!seen?.last) return;
    const losses = names.map((name, index) => ({ name, points: seen.bins.map(bin => [bin.step, bin.sums[index] / bin.count]) }));
    draw(find('loss'), 'step', losses, 0, Math.max(seen.step, 10));
    const layers = (gradients, start) =>
      names.map((name, index) => ({ name, start, points: gradients[index].map((norm, layer) => [layer + 1, norm]) }));
    draw(find('gradient'), 'layer (dashed: at the start)', [...layers(seen.first, true), ...layers(seen.last, false)], 1, seen.last[0].length);
    find('loss').ariaLabel = `Loss at step ${seen.step}: plain ${find('plain-loss').textContent}, residual ${find('residual-loss').textContent}.`;
    find('gradient').ariaLabel =
      `First layer’s gradient by the last one’s: plain ${find('plain-ratio').textContent}, residual ${find('residual-ratio').textContent}.`;
  });
}

const short = value => value >= 1e4 || value < 1e-3 && value > 0 ? value.toExponential(1) : String(+value.toPrecision(3));
const ratio = norms => norms.at(-1) > 0 ? short(norms[0] / norms.at(-1)) : 'none';
