import { serviceItems } from '../kit/reference';
import type { HandlerOf } from '../kit/serve';
import { rowOf } from './row';

/** Every service item, a line each, in the order of the catalogue. */
export const list: HandlerOf<'catalog.list'> = async () => ({ items: (await serviceItems()).map(rowOf) });
