import { writeFile } from 'node:fs/promises';
import { clipboard, dialog } from 'electron';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import type { AppInfo } from '../../../shared/models/preferences.ts';
import { openExternal } from '../../security/external-links.ts';
import { type PdfWish, savePdf } from '../../windows/save-pdf.ts';
import { callingPage } from '../caller.ts';

export interface AppHandlerDeps {
  readonly info: AppInfo;
  /** Opens the instance's web app in the system's browser. Throws FailureError. */
  readonly openWebApp: () => Promise<void>;
  readonly onScreenReady: (screen: string) => void;
  /** Milliseconds from event to paint, as a window measured them. */
  readonly onPaint: (tenant: string, samples: readonly number[]) => void;
}

/** Handlers of the `app` group: what the page cannot do itself, having neither network nor files. */
export function appHandlers({ info, openWebApp, onScreenReady, onPaint }: AppHandlerDeps): Handlers['app'] {
  return {
    info: () => info,
    copyText: ({ text }) => clipboard.writeText(text),
    saveText: ({ suggestedName, text }) => save(suggestedName, text),
    saveImage: ({ suggestedName, base64 }) => save(suggestedName, Buffer.from(base64, 'base64')),
    savePdf: savePageAsPdf,
    reportPaint: ({ tenant, samples }) => onPaint(tenant, samples),
    openExternal: ({ url }) => openExternal(url),
    openWebApp,
    screenReady: ({ screen }) => onScreenReady(screen),
  };
}

/** Prints the window that asks, as its page stands, and saves it where the operator wants. @throws as `savePdf` */
export function savePageAsPdf(wish: PdfWish): Promise<boolean> {
  return savePdf(callingPage(), wish, save);
}

/** Asks where to, then writes. False when the operator thought better of it. */
async function save(suggestedName: string, content: string | Uint8Array): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, '-'),
  });
  if (canceled || filePath === '') return false;
  try {
    await writeFile(filePath, content, { mode: 0o600 });
  } catch (cause) {
    throw new FailureError('unavailable', 'The file could not be written', { reason: 'file-write-failed' }, { cause });
  }
  return true;
}
