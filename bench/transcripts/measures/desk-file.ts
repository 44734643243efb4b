import { rm } from 'node:fs/promises';
import { writeFrame } from '../../../src/main/desk/desk-frames.ts';
import { SealedLog } from '../../../src/main/desk/sealed-log.ts';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { transcriptsOf } from '../messages.ts';

const BATCH = 2_000;

/** Turns the desk on or off, as the operator does; ms until that is done. Fails when it is not. */
export async function turnDesk(window: RunningConsole['window'], on: boolean): Promise<number> {
  return Number(
    await window.evaluate(`(async () => {
      const before = performance.now();
      const { ok, failure } = await dialai.desk.setOn({ on: ${on} });
      if (!ok) throw new Error(failure.message);
      return performance.now() - before;
    })()`),
  );
}

/**
 * Fills the desk of whoever signed in, sealed with its own key. The vault of a desktop is pretended, so that there is a key;
 * machines without a keyring have none.
 */
export async function fillDesk({ app, window }: RunningConsole, messages: number): Promise<void> {
  await app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    Object.assign(safeStorage, {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      isAsyncEncryptionAvailable: async () => true,
    });
  });
  await turnDesk(window, true);
  await turnDesk(window, false);
  const { path, key } = await app.evaluate(async ({ app: electron, safeStorage }) => {
    const { readdir, readFile } = process.getBuiltinModule('node:fs/promises');
    const folder = electron.getPath('userData');
    // One person has signed in on this profile, so that there is one desk.
    const name = (await readdir(folder)).find((one) => /^desk-.*\.sealed\.key$/.test(one));
    if (name === undefined) throw new Error('the desk has no key');
    const sealed = Buffer.from(await readFile(`${folder}/${name}`, 'utf8'), 'base64');
    return {
      path: `${folder}/${name.slice(0, -'.key'.length)}`,
      key: (await safeStorage.decryptStringAsync(sealed)).result,
    };
  });
  await writeDesk(path, Buffer.from(key, 'base64'), messages);
}

async function writeDesk(path: string, key: Buffer, messages: number): Promise<void> {
  await rm(path, { force: true });
  const log = new SealedLog(path, key);
  await log.openAndRead(() => undefined);
  let frames: Buffer[] = [];
  for (const transcript of transcriptsOf(messages, TENANT, Date.now())) {
    frames.push(writeFrame({ kind: 'keep', transcript }));
    if (frames.length === BATCH) {
      await log.append(frames);
      frames = [];
    }
  }
  await log.append(frames);
  await log.close();
}
