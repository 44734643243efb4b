import type { ReactNode } from 'react';

/** The console's mark: a conversation seen from above. */
export function ProductMark({ size = 16 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden className="shrink-0 text-accent">
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M8 5.4 10.6 8 8 10.6 5.4 8Z" fill="currentColor" />
    </svg>
  );
}
