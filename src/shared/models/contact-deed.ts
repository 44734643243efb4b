/** What can be done with contacts, many at once. */
export const CONTACT_DEEDS = ['skip', 'retry', 'reschedule', 'remove'] as const;
export type ContactDeed = (typeof CONTACT_DEEDS)[number];

/** Contacts to do something with, as they were seen. */
export interface ContactTargets {
  readonly targets: readonly { readonly id: string; readonly state: string; readonly attempts?: number }[];
  /** True when there are more than one act may name. */
  readonly cut: boolean;
}
