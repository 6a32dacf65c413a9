export function onKeptElsewhere(key: string, then: () => void): void {
  window.addEventListener('storage', (kept) => {
    if (kept.key === key) then();
  });
}
