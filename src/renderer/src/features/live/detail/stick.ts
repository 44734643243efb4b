/** Whether the transcript follows its end, and how much has come since it stopped. */
export interface Stick {
  readonly following: boolean;
  /** How many items there were when it stopped following. */
  readonly seen: number;
}

/** How near to the end, in pixels, counts as at the end. */
export const END_SLACK = 24;

export const FOLLOWING: Stick = { following: true, seen: 0 };

/** After the operator scrolled: at the end it follows again, elsewhere it stops and remembers what was there. */
export function afterScroll(stick: Stick, fromEnd: number, count: number): Stick {
  if (fromEnd <= END_SLACK) return FOLLOWING;
  return stick.following ? { following: false, seen: count } : stick;
}

/** After items were put before all others: they are no news. */
export function afterEarlier(stick: Stick, count: number): Stick {
  return stick.following ? stick : { following: false, seen: stick.seen + count };
}

/** How many items came since; 0 while it follows. */
export function unseen(stick: Stick, count: number): number {
  return stick.following ? 0 : Math.max(0, count - stick.seen);
}
