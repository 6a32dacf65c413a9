import * as v from 'valibot';
import { limits } from '../limits';
import { state, text } from './field';

/** A point of WeChat's map (GCJ-02), with what the map calls it. */
export const mapPoint = v.strictObject({
  latitude: v.pipe(v.number('位置不对，请重新选。'), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number('位置不对，请重新选。'), v.minValue(-180), v.maxValue(180)),
  address: v.optional(text(limits.mapAddress, '地图上的地址')),
});
export type MapPoint = v.InferOutput<typeof mapPoint>;

/** 随手报, as whoever deals with it reads it; who reported it is no part of it. */
export const reportView = v.object({
  /** where it is, in words */
  landmark: v.string(),
  point: v.optional(mapPoint),
  /** nobody but the resident sees who reported it */
  isAnonymous: v.boolean(),
  /** neighbours who have met it, too */
  joined: v.number(),
});
export type ReportView = v.InferOutput<typeof reportView>;

/** A report nearby, for a neighbour who may have met the same: what and where, and nothing of whoever reported it. */
export const nearbyRow = v.object({
  caseId: v.string(),
  /** the kind's name, such as 井盖缺损 */
  what: v.string(),
  landmark: v.string(),
  at: v.number(),
  state,
  joined: v.number(),
  /** the caller's own, or one that they have joined already */
  mine: v.optional(v.picklist(['own', 'joined'])),
});
export type NearbyRow = v.InferOutput<typeof nearbyRow>;
