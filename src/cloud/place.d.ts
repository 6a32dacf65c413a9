/** A place as WeChat's map gives it (GCJ-02). */
export interface MapPlace {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}

/** WeChat lets this mini-program ask its map: it was approved in 接口设置 and stands in config/approvals.json. Never on H5. */
export const hasMap: boolean;
/** Codes of sheets can be scanned from here. */
export const canScan: boolean;

/** Lets the person choose a place on WeChat's map; undefined where they thought better of it. Throws `CallError` `DEVICE` where it cannot be. */
export function choosePlace(): Promise<MapPlace | undefined>;

/** The code of the sheet on the spot; undefined where it was none of ours, or they thought better of it. Throws `CallError` `DEVICE`. */
export function scanSheet(): Promise<string | undefined>;
