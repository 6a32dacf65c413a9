/** Whether the words of this phone or browser were made large in its own settings: 20 px or more, where 16 or 17 is usual. */
export function isPhoneFontLarge(): boolean;
