import { createContext } from 'react';

/** How the times of what is below are told on hover, where that takes more than the tenant's clock; at in epoch ms. */
export const TimeWordsContext = createContext<((at: number) => string) | undefined>(undefined);
