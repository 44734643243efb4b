import { Fragment, type ReactNode } from 'react';

/** Verb and path template, as the document spells them. */
export function PlaceWords({
  method = '',
  path = '',
}: {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
}): ReactNode {
  return (
    <span className="flex font-mono text-sm">
      <span className="w-12 shrink-0 text-fg-3 uppercase">{method}</span>
      <span className="min-w-0 wrap-anywhere">
        {path.split(/(?<=.)(?=\/)/u).map((part, index) => (
          // The end of a path says the most, so nothing of it is cut: it goes on in a second line, after a whole segment.
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one path have no other name.
          <Fragment key={index}>
            <wbr />
            {part}
          </Fragment>
        ))}
      </span>
    </span>
  );
}
