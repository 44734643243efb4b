import { lazy } from 'react';

/** Charts with their libraries, fetched when the first one is shown. */
export const LazyPlot = lazy(async () => ({ default: (await import('./plot.tsx')).Plot }));
export const LazyBars = lazy(async () => ({ default: (await import('./bars.tsx')).Bars }));
export const LazyTimeLines = lazy(async () => ({ default: (await import('./time-lines.tsx')).TimeLines }));
