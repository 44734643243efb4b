/** A draft that changed in some window; `origin` is what that window calls itself. */
export interface DraftChange {
  readonly tenant: string;
  readonly id: string;
  /** '' when there is none any more. */
  readonly text: string;
  readonly origin: string;
}

/** Why drafts are not as safe as they should be; undefined when all is well. */
export interface DraftsHealth {
  readonly problem?: 'drafts-corrupt' | 'drafts-write-failed' | undefined;
}
