import * as v from 'valibot';
import { limits } from '../limits';
import {
  bundleRow,
  bundleView,
  cursor,
  draftInfo,
  itemState,
  localContent,
  orgId,
  photoId,
  publicAnswer,
  saying,
  serviceCode,
  serviceDraft,
  serviceItem,
  serviceRow,
  setOf,
  text,
  versionRow,
} from '../models';
import { type Action, everyone } from './action';

const version = v.pipe(v.number('版本不对。'), v.integer('版本不对。'), v.minValue(1, '版本不对。'));
/** How often the draft had been saved when the caller read it: a newer one is not overwritten, or published unread. */
const rev = v.optional(v.pipe(v.number('草稿的编号不对。'), v.integer(), v.minValue(0)));
/** The reader's community: with it the answer is what holds there. */
const place = { orgId: v.optional(orgId) };
/** field → what is missing or wrong with it, in words */
const faults = v.record(v.string(), v.string());

export const catalog = {
  /** Every service item, a line each, in the order of the catalogue. */
  list: {
    roles: everyone,
    writes: false,
    input: v.strictObject(place),
    output: v.object({ items: v.array(serviceRow) }),
  },
  /** What the words mean, best first. `hotlines` names numbers to call at once, where the words tell of danger. */
  search: {
    roles: everyone,
    writes: false,
    input: v.strictObject({
      text: text(limits.searchText, '要找的事'),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.searchResults))),
      /** half a word: what it does not find yet is not counted as searched in vain */
      isTyping: v.optional(v.boolean()),
      ...place,
    }),
    output: v.object({
      /** the words complain of the staff: whom to call, and where no agent reads it */
      isComplaint: v.boolean(),
      items: v.array(serviceRow),
      hotlines: v.array(v.object({ number: v.string(), name: v.string(), why: v.string() })),
      /** 一件事 that the words are about: to be asked for once */
      bundles: v.array(bundleRow),
      /** what neighbours have asked much the same */
      answers: v.array(publicAnswer),
    }),
  },
  /** 一件事一次办: what is asked for together, each with the parts as they are done at a place. */
  bundles: {
    roles: everyone,
    writes: false,
    input: v.strictObject(place),
    output: v.object({ bundles: v.array(bundleView) }),
  },
  /** 公开问答: what anybody may read, newest first; of one community with what holds there, or one alone. */
  answers: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ ...place, id: v.optional(serviceCode), cursor }),
    output: v.object({ answers: v.array(publicAnswer), cursor }),
  },
  detail: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ code: serviceCode, ...place }),
    output: v.object({
      item: serviceItem,
      version: v.number(),
      /** it is not done in that community */
      isElsewhere: v.boolean(),
    }),
  },
  /**
   * 看样子: where the picture of a paper can be looked at, for ten minutes. Anybody, of what is published and WeChat has looked at; managers, of
   * drafts as well. None: it is gone, or not for the caller's eyes yet.
   */
  picture: {
    roles: everyone,
    writes: false,
    input: v.strictObject({ picture: photoId }),
    output: v.object({ url: v.optional(v.string()) }),
  },
  /** The catalogue as the office sees it: versions, drafts, what no manager has looked at for 12 months. */
  drafts: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({
      items: v.array(itemState),
      /** the district publishes */
      canPublish: v.boolean(),
    }),
  },
  /** One item as it is edited: what is published, the draft, and what the draft (else what is published) lacks. */
  proof: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ code: serviceCode }),
    output: v.object({
      version: v.number(),
      item: v.optional(serviceItem),
      draft: v.optional(v.object({ ...draftInfo.entries, item: serviceItem })),
      faults,
      learned: v.array(v.object({ word: v.string(), subtype: v.optional(v.string()) })),
    }),
  },
  /** Saves a draft: residents read nothing of it. It may lack something; what it lacks is answered. */
  draft: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      code: serviceCode,
      item: serviceDraft,
      rev,
      /** the published version that it was written over; 0: none was published */
      over: v.optional(v.pipe(v.number('版本不对。'), v.integer('版本不对。'), v.minValue(0, '版本不对。'))),
    }),
    output: v.object({ code: v.string(), version: v.number(), rev: v.number(), faults }),
  },
  /** Gives a draft up. */
  drop: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ code: serviceCode, rev }),
    output: v.object({ code: v.string() }),
  },
  /** The draft is what residents read from now on. */
  publish: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ code: serviceCode, rev }),
    output: v.object({ code: v.string(), version: v.number() }),
  },
  /** Brings an earlier version back, as a new one. */
  restore: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ code: serviceCode, version }),
    output: v.object({ code: v.string(), version: v.number() }),
  },
  /** What was published of an item, newest first; with `version` that one whole. */
  versions: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ code: serviceCode, version: v.optional(version) }),
    output: v.object({ versions: v.array(versionRow), item: v.optional(serviceItem) }),
  },
  /** A manager has looked at the item and says that it is right as it stands. */
  reviewed: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ code: serviceCode }),
    output: v.object({ code: v.string(), reviewedAt: v.number() }),
  },
  /** What a street or a community says otherwise of an item, and what holds there without it. */
  local: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ code: serviceCode, orgId }),
    output: v.object({ own: localContent, above: serviceItem, isOfferedAbove: v.boolean() }),
  },
  /** Sets what a street or a community says otherwise: all of it, so that what is left out is as above. */
  offer: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({ code: serviceCode, orgId, own: localContent }),
    output: v.object({ own: localContent }),
  },
  /** What was searched in vain and has been given no meaning yet, most frequent first: words alone. */
  missed: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({ orgId, cursor }),
    output: v.object({
      words: v.array(v.object({ text: v.string(), count: v.number(), lastAt: v.number() })),
      cursor,
    }),
  },
  /** These words mean this item: searches find it from now on. */
  learn: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      code: serviceCode,
      subtype: v.optional(serviceCode),
      words: v.pipe(setOf(saying), v.minLength(1, '请写一个说法。'), v.maxLength(20, '一次最多20个说法。')),
    }),
    output: v.object({ code: v.string(), learned: v.number() }),
  },
  /** The items of the product's own content that are not in the catalogue yet. */
  starters: {
    roles: ['manager'],
    writes: false,
    input: v.strictObject({}),
    output: v.object({ items: v.array(serviceRow) }),
  },
  /** Publishes items of the product's own content, as the editors wrote them. */
  start: {
    roles: ['manager'],
    writes: true,
    input: v.strictObject({
      codes: v.pipe(
        setOf(serviceCode),
        v.minLength(1, '请至少选一项。'),
        v.maxLength(limits.items, `最多${limits.items}项。`),
      ),
    }),
    output: v.object({ items: v.number() }),
  },
} satisfies Record<string, Action>;
