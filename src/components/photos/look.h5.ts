export function lookAt(url: string): void {
  window.open(url, '_blank', 'noopener');
}
