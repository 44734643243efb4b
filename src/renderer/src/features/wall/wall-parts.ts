import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';
import type { RowAspect } from '../../../../shared/models/row-aspects.ts';
import type { WallLayout } from '../../../../shared/models/wall.ts';

/** What the wall takes from Live View, handed over by the route since features do not import each other. */
export interface WallParts {
  readonly me: string;
  /** Worst first. */
  readonly compare: (a: ConversationRow, b: ConversationRow) => number;
  /** What `compare` is made from: what the wall has to know of rows that have no tile. */
  readonly follow: readonly RowAspect[];
  /** Whether what is shown is live, always in sight in a window of its own; undefined inside of the frame, which has it. */
  readonly State: (() => ReactNode) | undefined;
  readonly tenantName: string;
  /** Mission Control's boards in turn. */
  readonly Boards: (props: { readonly layout: WallLayout }) => ReactNode;
  readonly Spark: (props: { readonly trend: readonly number[]; readonly className?: string }) => ReactNode;
  readonly words: {
    readonly risk: (risk: ConversationRow['risk']) => string;
    readonly platform: (platform: string) => string;
    readonly status: (status: string) => string;
    readonly handler: (row: ConversationRow, me: string) => string;
    readonly age: (ms: number) => string;
  };
}
