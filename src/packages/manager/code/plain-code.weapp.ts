export const plainCode = (): string | undefined => undefined;
