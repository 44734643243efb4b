/** What makes a conversation worse than another, the weightiest first; what is left out does not count. */
export const CRITERIA = ['risk', 'trend', 'wait', 'mood', 'duration'] as const;
export type Criterion = (typeof CRITERIA)[number];
/** The rule until the operator makes another. */
export const DEFAULT_RULE: readonly Criterion[] = ['risk', 'trend', 'wait', 'duration'];

/** Most rows that may be pinned; the oldest pins give way. */
export const MAX_PINNED = 100;
