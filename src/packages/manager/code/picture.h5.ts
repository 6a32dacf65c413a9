import encodeQR from 'qr';
import { paths } from '@/routes';

export const codePicture = ({ scene }: { scene: string }): string | undefined =>
  `data:image/svg+xml,${encodeURIComponent(encodeQR(`${location.origin}/#${paths.joinBy(scene)}`, 'svg'))}`;
