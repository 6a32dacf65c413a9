import { createContext } from 'react';

/** What stands beside the page is drawn by whoever frames it: together they have the window's width, however narrow the page is. */
export const Framed = createContext(false);
