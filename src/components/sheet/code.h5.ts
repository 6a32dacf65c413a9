import encodeQR from 'qr';

export const isCodeAsked = false;

export function codePicture({ path }: { path: string }): string {
  const svg = encodeQR(`${location.origin}/#${path}`, 'svg', { border: 4 });
  // A canvas needs to know how large it is.
  return `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg ', '<svg width="600" height="600" '))}`;
}
