import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';

/** What the wall takes from Live View, handed over by the route since features do not import each other. */
export interface WallParts {
  readonly me: string;
  /** Worst first. */
  readonly compare: (a: ConversationRow, b: ConversationRow) => number;
  readonly Spark: (props: { readonly trend: readonly number[]; readonly className?: string }) => ReactNode;
  readonly words: {
    readonly risk: (row: ConversationRow) => string;
    readonly platform: (platform: string) => string;
    readonly status: (status: string) => string;
    readonly handler: (row: ConversationRow, me: string) => string;
    readonly age: (ms: number) => string;
  };
}
