const kept: Map<string, unknown>[] = [];

/** A map of what this instance learns of the world: it lives as long as the instance does. */
export function keep<T>(): Map<string, T> {
  const map = new Map<string, T>();
  kept.push(map);
  return map;
}

/**
 * Empties all of them: the instance is as one that has just started. Nobody on the platform asks for it; the local cloud does,
 * which hands an instance on to the next cloud of its process instead of loading the code anew.
 */
export function forget(): void {
  for (const map of kept) map.clear();
}
