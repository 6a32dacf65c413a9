import { CallError } from './call-error';
import { report } from './report';

const pageNow = () => location.hash.replace(/^#\/?/, '').replace(/\?.*$/, '');

/** From now on what nothing else catches is told. */
export function hearTroubles(): void {
  addEventListener('error', (event) => report(event.error ?? event.message, pageNow()));
  addEventListener('unhandledrejection', ({ reason }) => {
    if (!(reason instanceof CallError)) report(reason, pageNow());
  });
}
