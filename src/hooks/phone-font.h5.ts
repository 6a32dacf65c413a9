export function isPhoneFontLarge(): boolean {
  // `medium` is what the person set in the browser; our own pages have sizes of their own.
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  document.body.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size >= 20;
}
