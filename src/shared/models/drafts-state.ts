/** How the drafts of this machine fare; no problem is the usual. */
export interface DraftsState {
  /** They could not be read (the file was set aside), or are not getting to the disk. */
  readonly problem?: 'drafts-corrupt' | 'drafts-write-failed';
}
