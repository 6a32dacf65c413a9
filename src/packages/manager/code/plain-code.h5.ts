import encodeQR from 'qr';

export const plainCode = (path: string): string | undefined =>
  `data:image/svg+xml,${encodeURIComponent(encodeQR(`${location.origin}/#${path}`, 'svg'))}`;
