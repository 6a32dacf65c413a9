/** From now on what nothing else catches is told (`report`). */
export function hearTroubles(): void;
