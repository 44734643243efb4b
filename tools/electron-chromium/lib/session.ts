/** `session`: one profile, the default one. */
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { net } from './net.ts';
import { applyPermissions, type CheckHandler, type RequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { record } from './records.ts';
import { notImplemented, strict } from './strict.ts';
import { WebRequest } from './web-request.ts';

export class Session extends EventEmitter {
  readonly webRequest = new WebRequest();
  readonly protocol = protocol;
  /** Called when permission handlers change. */
  onPermissionsChange: () => void = () => {};
  private request: RequestHandler | null = null;
  private check: CheckHandler | null = null;

  get storagePath(): string {
    return app.getPath('sessionData');
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.request = handler;
    this.onPermissionsChange();
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.check = handler;
    this.onPermissionsChange();
  }

  /** No device can be asked for: Chromium is never told of one. */
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}

  /** Languages that Electron has dictionaries for, as far as the console asks. */
  readonly availableSpellCheckerLanguages: readonly string[] = ['en-AU', 'en-CA', 'en-GB', 'en-US', 'fr', 'fr-FR'];
  private spellCheckerLanguages: readonly string[] = ['en-US'];
  private isSpellChecking = true;

  /** Kept and recorded: Chromium's spell checker cannot be told or asked anything over the protocol. */
  setSpellCheckerLanguages(languages: readonly string[]): void {
    const unknown = languages.find((language) => !this.availableSpellCheckerLanguages.includes(language));
    if (unknown !== undefined)
      throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`);
    this.spellCheckerLanguages = [...languages];
    record('session.setSpellCheckerLanguages', [...languages]);
  }

  getSpellCheckerLanguages(): string[] {
    return [...this.spellCheckerLanguages];
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpellChecking = enable;
    record('session.setSpellCheckerEnabled', enable);
  }

  isSpellCheckerEnabled(): boolean {
    return this.isSpellChecking;
  }

  addWordToSpellCheckerDictionary(word: string): boolean {
    record('session.addWordToSpellCheckerDictionary', word);
    return true;
  }

  setCertificateVerifyProc(verify: unknown): void {
    if (verify !== null) notImplemented('session.setCertificateVerifyProc');
  }

  fetch(...args: Parameters<typeof net.fetch>): Promise<Response> {
    return net.fetch(...args);
  }

  isPersistent(): boolean {
    return true;
  }

  /** Tells Chromium what a page that is about to load may do; not part of Electron. */
  _applyPermissions(contents: unknown, url: string): Promise<void> {
    return applyPermissions(contents, url, this.request, this.check);
  }
}
strict('session', Session.prototype);

export const defaultSession = new Session();

export const session = strict('session', {
  Session,
  get defaultSession(): Session {
    return defaultSession;
  },
  fromPartition: (partition: string): Session =>
    partition === '' ? defaultSession : notImplemented(`session.fromPartition('${partition}')`),
});
