import type { ServiceItem } from '../../../contract/models';

export interface ServiceDoc extends ServiceItem {
  _id: string;
  /** place in the catalogue */
  order: number;
}
