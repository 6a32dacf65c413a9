import { createContext } from 'react';
import type { Help } from '@/hooks/use-help';

/** Tells the page whom to call, because its words speak of danger; nobody, when they no longer do. */
export const Urgent = createContext<(call?: Help) => void>(() => undefined);
