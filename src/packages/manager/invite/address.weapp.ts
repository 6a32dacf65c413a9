export const addressOf = (): string | undefined => undefined;
