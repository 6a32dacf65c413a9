/** Offers a version that came while the mini-program was open. */
export function offerUpdate(): void;
