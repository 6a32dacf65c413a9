import type { Browser, LaunchOptions } from 'playwright-core';

export function launchBrowser(more?: LaunchOptions): Promise<Browser>;
