import type { ReactNode } from 'react';
import type { OperationId } from '../../../../shared/models/operation.ts';

/** Words, icons and the mask, from Live View and the preferences. */
export interface InboxParts {
  readonly platform: (platform: string) => string;
  readonly PlatformIcon: (props: { readonly platform: string }) => ReactNode;
  /** What a contact is displayed by, as the operator may see it. */
  readonly contact: (display: string) => string;
  /** `2:14` */
  readonly duration: (ms: number) => string;
  /** Whether the instance lacks an operation; until that is known none is. */
  readonly isMissing: (operation: OperationId) => boolean;
}
