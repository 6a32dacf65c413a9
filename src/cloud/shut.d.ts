/** Whether the database is shut to phones, as only a phone can tell; undefined where phones have no way to it at all. */
export function isShut(): Promise<boolean | undefined>;
