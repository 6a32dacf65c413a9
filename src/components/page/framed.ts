import { createContext } from 'react';

/** A frame draws what stands beside the page: together they have the window's width, however narrow the page is. */
export const Framed = createContext(false);
