import type { ReactNode } from 'react';

/** What the quality review takes from the archive, handed over by the route since features do not import each other. */
export interface QualityParts {
  /** What was said, as the operator may see it. */
  readonly text: (text: string) => string;
  /** A moment (epoch ms, server's clock) on the tenant's clock. */
  readonly time: (at: number) => string;
  /** Time of day of a message. */
  readonly timeOfDay: (at: number) => string;
  /** The reader of the archive. */
  readonly renderReader: (how: {
    readonly id: string;
    readonly message: string | undefined;
    /** Differs for each request to go to a message. */
    readonly asked: number | undefined;
    readonly onBeside: (step: 1 | -1) => void;
    readonly onClose: () => void;
  }) => ReactNode;
}

/** Where in the quality review one is; all of it is in the address. */
export interface QualityPlace {
  readonly tab?: string;
  readonly sample?: string;
  readonly id?: string;
}
