import type { ReactNode } from 'react';

/** Verb and path template, as the document spells them. */
export function PlaceWords({
  method = '',
  path = '',
}: {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
}): ReactNode {
  return (
    <span className="font-mono text-sm" title={`${method.toUpperCase()} ${path}`}>
      <span className="inline-block w-12 text-fg-3 uppercase">{method}</span>
      {path}
    </span>
  );
}
