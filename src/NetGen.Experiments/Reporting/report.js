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
document.addEventListener('pointermove', event => {
  const hinted = event.target.closest('[data-hint]');
  tip.hidden = !hinted;
  if (!hinted) return;
  tip.textContent = hinted.dataset.hint;
  const beside = event.clientX + 16 + tip.offsetWidth < innerWidth ? event.clientX + 16 : event.clientX - 16 - tip.offsetWidth;
  tip.style.left = beside + 'px';
  tip.style.top = Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8) + 'px';
});
document.addEventListener('pointerleave', () => { tip.hidden = true; });
