// .NET lives here, so that the page stays alive while networks learn.
import { dotnet } from './_framework/dotnet.js';

const { getAssemblyExports, getConfig } = await dotnet.create();
const { Training } = (await getAssemblyExports(getConfig().mainAssemblyName)).Browser;

let run = 0, step = 0, learns = false, looked = 0, next;

self.onmessage = ({ data }) => {
  if (data.depth) {
    Training.Start(data.depth, data.scale);
    [run, step] = [data.run, 0];
    postMessage({ run, step, losses: [], gradients: look() });
  }
  if (data.learns && !learns) {
    // One that was told to stop may still have its next turn before it.
    clearTimeout(next);
    next = setTimeout(learn);
  }
  learns = data.learns;
};

// Some steps, a message, and a look at what the page wants.
function learn() {
  if (!learns) return;
  const losses = [], began = performance.now();
  do losses.push([...Training.Step()]); while (performance.now() - began < 60);
  step += losses.length;
  const milliseconds = (performance.now() - began) / losses.length;
  postMessage({ run, step, losses, milliseconds, gradients: began - looked > 300 ? look() : null });
  next = setTimeout(learn);
}

// The gradients of the plain network's layers, and those of the residual one's.
function look() {
  const norms = [...Training.Gradients()], depth = norms.length / 2;
  looked = performance.now();
  return [norms.slice(0, depth), norms.slice(depth)];
}

postMessage({ depths: [...Training.Depths()] });
