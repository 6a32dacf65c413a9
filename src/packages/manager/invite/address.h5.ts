export const addressOf = (path: string): string | undefined => `${location.origin}/#${path}`;
