import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useCrossHair } from './cross-hair.ts';
import { createDrawnPlot, type DrawnPlot } from './drawn-plot.ts';
import type { PlotWords } from './plot-options.ts';
import type { PlotPicture } from './plot-picture.ts';

/** Lines over time on a canvas: cheap enough to be drawn anew with every value. Says nothing to assistive technology. */
export function Plot({ valueWords, language, timeZone, ...picture }: PlotPicture & PlotWords): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<DrawnPlot>(undefined);
  const shown = useRef<PlotPicture>(picture);
  const hair = useCrossHair();
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const made = createDrawnPlot(element, hair, { valueWords, language, timeZone }, shown.current);
    plot.current = made;
    return () => {
      plot.current = undefined;
      made.destroy();
    };
  }, [hair, language, valueWords, timeZone]);
  useEffect(() => {
    shown.current = picture;
    plot.current?.show(picture);
  });
  return <PlotHost ref={host} height={picture.height} />;
}

export interface LivePlotProps {
  /** What is to be seen now. Keep its identity. */
  readonly picture: () => PlotPicture;
  /** Tells when that may be something else. */
  readonly subscribe: (changed: () => void) => () => void;
  readonly height: number;
}

/** The same without axes, told of new values past React: nothing renders when one comes. */
export function LivePlot({ picture, subscribe, height }: LivePlotProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const hair = useCrossHair();
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const made = createDrawnPlot(element, hair, {}, picture());
    const end = subscribe(() => made.show(picture()));
    return () => {
      end();
      made.destroy();
    };
  }, [hair, picture, subscribe]);
  return <PlotHost ref={host} height={height} />;
}

function PlotHost({
  ref,
  height,
}: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly height: number;
}): ReactNode {
  return <div ref={ref} aria-hidden className="plot min-w-0" style={{ height }} />;
}
