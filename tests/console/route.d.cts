/** Sends every https call of this process to the played console at this port. */
export function routeTo(port: number): { destroy(): void };
