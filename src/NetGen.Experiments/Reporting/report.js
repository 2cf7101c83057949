// Hints stand in the figures as titles, which browsers show late and one line high: shown here at once, beside the pointer.
for (const title of document.querySelectorAll('.figure .hint > title')) {
  title.parentNode.dataset.hint = title.textContent;
  title.remove();
}
// A drawing's own title would show beside them: it becomes the name that readers hear.
for (const title of document.querySelectorAll('.figure > title')) {
  title.parentNode.setAttribute('aria-label', title.textContent);
  title.parentNode.removeAttribute('aria-labelledby');
  title.remove();
}
const tip = document.getElementById('tip');
const show = (text, x, y) => {
  tip.hidden = false;
  tip.textContent = text;
  const beside = x + 16 + tip.offsetWidth < innerWidth ? x + 16 : x - 16 - tip.offsetWidth;
  tip.style.left = Math.max(8, beside) + 'px';
  tip.style.top = Math.min(y + 16, innerHeight - tip.offsetHeight - 8) + 'px';
};
document.addEventListener('pointermove', event => {
  const hinted = event.target.closest('[data-hint]');
  tip.hidden = !hinted;
  if (hinted) show(hinted.dataset.hint, event.clientX, event.clientY);
});
document.addEventListener('pointerleave', () => { tip.hidden = true; });

// With the keyboard: Tab goes from panel to panel, arrow keys from value to value.
const leave = () => {
  document.querySelector('.hint.current')?.classList.remove('current');
  tip.hidden = true;
};
for (const panel of document.querySelectorAll('.figure[tabindex]')) {
  const hints = [...panel.querySelectorAll('[data-hint]')];
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -hints.length, End: hints.length };
  panel.addEventListener('keydown', event => {
    if (event.key === 'Escape') leave();
    if (!(event.key in steps)) return;
    event.preventDefault();
    const from = hints.findIndex(hint => hint.classList.contains('current'));
    const to = from < 0 && steps[event.key] !== hints.length ? 0 : Math.min(Math.max(from + steps[event.key], 0), hints.length - 1);
    leave();
    hints[to].classList.add('current');
    const box = hints[to].getBoundingClientRect();
    show(hints[to].dataset.hint, box.x + box.width / 2, box.y + box.height / 2);
  });
  panel.addEventListener('blur', leave);
}

// The contents stand beside a wide page and fold away above a narrow one.
const contents = document.querySelector('nav details');
const wide = matchMedia('(min-width: 1241px)');
const fold = () => { contents.open = wide.matches; };
wide.addEventListener('change', fold);
fold();

// On paper nothing is folded away.
addEventListener('beforeprint', () => document.querySelectorAll('.table').forEach(table => { table.open = true; }));
