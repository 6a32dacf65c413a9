/**
 * Which collections this phone can read past the functions: none, where the database is shut, as only a phone can tell. Undefined where
 * phones have no way to it at all.
 */
export function readable(): Promise<string[] | undefined>;
