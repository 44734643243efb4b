/** What the hand-over takes from the console around it. */
export interface HandOverParts {
  /** A contact as it may leave the screen: the page is printed. */
  readonly contact: (display: string) => string;
  readonly platform: (platform: string) => string;
  readonly status: (status: string) => string;
  readonly metric: (id: string) => string;
  /** Date and time on the tenant's clock. */
  readonly time: (at: number) => string;
}
