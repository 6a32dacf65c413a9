/** The address of a page as it is sent to another phone; undefined in WeChat, where a card is shared. */
export function addressOf(path: string): string | undefined;
