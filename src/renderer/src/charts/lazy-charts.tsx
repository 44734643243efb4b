import { lazy } from 'react';

const plots = () => import('./plot.tsx');

/** Charts with their libraries, fetched when the first one is shown. */
export const LazyPlot = lazy(async () => ({ default: (await plots()).Plot }));
export const LazyLivePlot = lazy(async () => ({ default: (await plots()).LivePlot }));
export const LazyBars = lazy(async () => ({ default: (await import('./bars.tsx')).Bars }));
export const LazyTimeLines = lazy(async () => ({ default: (await import('./time-lines.tsx')).TimeLines }));
