const left = 52, right = 8, top = 10, bottom = 34;

/** Draws lines over a logarithmic axis into an SVG. A line is { name, points: [[x, y], …], start }; what is not above zero is left out. */
export function draw(svg, label, lines, from, to) {
  const width = svg.clientWidth, height = svg.clientHeight;
  if (!width) return;
  const logs = lines.flatMap(line => line.points).map(([, y]) => Math.log10(y)).filter(Number.isFinite);
  const low = logs.length ? Math.floor(Math.min(...logs)) : -1, high = logs.length ? Math.max(Math.ceil(Math.max(...logs)), low + 1) : 1;
  const x = value => left + (value - from) / (to - from || 1) * (width - left - right);
  const y = log => top + (high - log) / (high - low) * (height - top - bottom);

  const parts = [];
  const each = Math.ceil((high - low) / 8);
  for (let log = low; log <= high; log += each) {
    parts.push(`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(log)}" y2="${y(log)}"/>`);
    parts.push(`<text x="${left - 8}" y="${y(log) + 4}" text-anchor="end">${power(log)}</text>`);
  }
  for (const value of marks(from, to, width < 500 ? 4 : 6))
    parts.push(`<text x="${x(value)}" y="${height - bottom + 18}" text-anchor="middle">${value.toLocaleString('en')}</text>`);
  parts.push(`<text x="${(left + width - right) / 2}" y="${height - 2}" text-anchor="middle">${label}</text>`);
  for (const { name, points, start } of lines) {
    const seen = points.filter(point => point[1] > 0).map(point => `${x(point[0]).toFixed(1)},${y(Math.log10(point[1])).toFixed(1)}`);
    parts.push(`<polyline class="line ${name}${start ? ' start' : ''}" points="${seen.join(' ')}"/>`);
  }
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.innerHTML = parts.join('');
}

const power = log => Math.abs(log) < 4 ? String(+(10 ** log).toPrecision(1)) : `1e${log}`;

/** Round numbers between two others, at most as many as asked for. */
function marks(from, to, most) {
  const raw = Math.max((to - from) / most, 1), ten = 10 ** Math.floor(Math.log10(raw));
  const each = [1, 2, 5, 10].map(times => times * ten).find(step => step >= raw);
  const found = [];
  for (let value = Math.ceil(from / each) * each; value <= to; value += each) found.push(value);
  return found;
}
