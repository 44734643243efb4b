/**
 * `dialog`: nothing is shown. Every dialog is recorded and answered as if the user had dismissed it, so that nothing
 * destructive is ever confirmed; a test that wants another answer replaces the function.
 */
import type { MessageBoxOptions } from 'electron';
import { record } from './records.ts';
import { strict } from './strict.ts';

/** The options, with or without a window before them. */
function lastOf(args: readonly unknown[]): unknown {
  return args.at(-1);
}

/**
 * Finds what Electron returns when a message box is dismissed.
 * @returns `cancelId`, else the button called Cancel or No, else the first
 */
export function dismissedButton({ buttons = [], cancelId }: Partial<MessageBoxOptions>): number {
  return (
    cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(?:cancel|no)$/i.test(label.replaceAll('&', ''))),
    )
  );
}

export const dialog = strict('dialog', {
  async showMessageBox(...args: unknown[]) {
    const options = lastOf(args) as MessageBoxOptions;
    record('dialog.showMessageBox', options);
    return { response: dismissedButton(options), checkboxChecked: options.checkboxChecked ?? false };
  },
  showMessageBoxSync(...args: unknown[]): number {
    const options = lastOf(args) as MessageBoxOptions;
    record('dialog.showMessageBoxSync', options);
    return dismissedButton(options);
  },
  async showOpenDialog(...args: unknown[]) {
    record('dialog.showOpenDialog', lastOf(args));
    return { canceled: true, filePaths: [] };
  },
  async showSaveDialog(...args: unknown[]) {
    record('dialog.showSaveDialog', lastOf(args));
    return { canceled: true, filePath: '' };
  },
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    process.stderr.write(`${title}\n${content}\n`);
  },
});
