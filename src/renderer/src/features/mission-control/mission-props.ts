import type { ReactNode } from 'react';
import type { Labels } from '../../../../shared/models/metric.ts';
import type { DrillTarget } from './model/drill.ts';

/** What Mission Control needs of the console around it. */
export interface MissionControlProps {
  readonly tenant: {
    readonly slug: string;
    readonly name: string;
    readonly timeZone?: string;
    readonly scopes?: readonly string[];
  };
  /** Set where two tenants stand side by side: each column says whose it is. */
  readonly named?: boolean;
  /** Tenants that can be shown beside, and which one is. */
  readonly beside: {
    readonly others: readonly { readonly slug: string; readonly name: string }[];
    readonly shown: string | undefined;
    readonly show: (slug: string | undefined) => void;
  };
  readonly hasCampaigns: boolean;
  /** Shows the conversations or campaigns behind a number. */
  readonly onDrill: (target: DrillTarget) => void;
  /** Goes to where an alert on a metric is set. */
  readonly onAlert: (metric: string, labels: Labels) => void;
  readonly onShowReport: () => void;
  /** Goes to the page that the next supervisor signs. */
  readonly onHandOver: () => void;
  /** More buttons for the header. */
  readonly actions?: ReactNode;
}
