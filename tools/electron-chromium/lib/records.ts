/** Everything that the parts without a real effect (dialogs, tray, badge) were asked to do, for tests to read. */

export interface Recorded {
  readonly api: string;
  readonly args: readonly unknown[];
}

export const records: Recorded[] = [];

/**
 * Notes a call.
 * @param api such as `dialog.showMessageBox`
 * @param args what it was called with
 */
export function record(api: string, ...args: readonly unknown[]): void {
  records.push({ api, args });
}
