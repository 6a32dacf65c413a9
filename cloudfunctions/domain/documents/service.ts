import type { LocalContent, ServiceItem } from '../../../contract/models';

/** 服务事项 as residents read it: the version that is published. */
export interface ServiceDoc extends ServiceItem {
  _id: string;
  /** place in the catalogue */
  order: number;
  /** absent: 1, as it was put there */
  version?: number;
  publishedAt?: number;
  /** when a manager last said that it is right as it stands */
  reviewedAt?: number;
  /** what units say otherwise of it, by their ids: here, so that one read of the item has read them too */
  local?: Record<string, LocalContent>;
  /** sayings that searches found nothing for, and that mean this item; they outlive its versions */
  learned?: Learned[];
}

export interface Learned {
  word: string;
  subtype?: string;
}

/**
 * 版本: one state of an item, `code@version`. The next one is a draft until it is published; what was published is never changed.
 * The current version is among them from the first draft on.
 */
export interface ServiceVersionDoc {
  _id: string;
  code: string;
  version: number;
  state: 'draft' | 'published' | 'dropped';
  item: ServiceItem;
  /** goes up with each saving of the draft; a dropped draft's is the next one's beginning */
  rev: number;
  /** who saved or published it last, and by which request */
  by: { id: string; name: string };
  at: number;
  requestId: string;
  digest?: string;
  /** the earlier version that it brought back */
  from?: number;
}

/** Words that were searched in vain: the words and how often, no person's name and no time but the last. */
export interface MissedDoc {
  _id: string;
  text: string;
  count: number;
  lastAt: number;
  /** not yet said what they mean */
  open: boolean;
}
