import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** Beside the title, in a lighter tone. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'text' | 'full';
  readonly children: ReactNode;
}

/** A view that reads from top to bottom and scrolls inside the frame. */
export function Page({ title, summary, actions, width = 'text', children }: PageProps): ReactNode {
  return (
    <div className="h-full overflow-auto print:h-auto print:overflow-visible">
      <div className={`flex flex-col gap-5 px-6 pt-5 pb-10 ${width === 'text' ? 'max-w-3xl' : ''}`}>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-xl font-semibold">{title}</h1>
          {summary === undefined ? null : <div className="text-fg-2">{summary}</div>}
          {actions === undefined ? null : <div className="ml-auto flex flex-wrap gap-2 print:hidden">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

/** A titled part of a page. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="flex flex-col gap-3 rounded-lg border bg-surface p-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** Facts as a list of terms and values. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}): ReactNode {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-fg-2">{term}</dt>
          <dd className="min-w-0 break-words select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
