import type { StreamSource } from '../../../../shared/ipc/contract.ts';
import { type Failure, FailureError, failureOf } from '../../../../shared/models/failure.ts';
import type { CheckSummary } from '../../../../shared/models/manifest-check.ts';
import type { ColumnUse } from '../../../../shared/models/manifest-columns.ts';
import type { Reading } from '../../../../shared/models/manifest-file.ts';
import type { ImportMode } from '../../../../shared/models/manifest-receipt.ts';
import type { CampaignFacts, WorkbenchBusy, WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { NewestValue } from '../../../live/newest-value.ts';
import { present } from '../../../platform/decode/present.ts';
import { readCampaignFacts } from './campaign-facts.ts';
import { CheckedRows } from './checked-rows.ts';
import { ComparedLists } from './compared-lists.ts';
import { DeskSession } from './desk-session.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { OpenedFile } from './opened-file.ts';
import { Uploads } from './uploads.ts';
import type { WorkbenchDeps } from './workbench-deps.ts';

/** Operations that an upload cannot do without. */
const NEEDED = ['manifests.create', 'manifests.putChunk', 'manifests.get', 'manifests.complete'] as const;
const DEFAULT_COUNTRY = 'CA';

/** The manifest of one campaign that an operator works on: one file, its check, its upload. Lives on when windows close. */
export class Workbench {
  readonly tenant: string;
  readonly campaignId: string;
  /** The rows of the file that was checked. */
  readonly checked: CheckedRows;
  readonly #deps: WorkbenchDeps;
  readonly #newest = new NewestValue<WorkbenchView>(() => this.view());
  readonly #desk: DeskSession;
  readonly #doing: OneAtATime;
  readonly #opened: OpenedFile;
  readonly #compared: ComparedLists;
  readonly #uploads: Uploads;
  #campaign: CampaignFacts | undefined;
  #campaignFailure: Failure | undefined;
  #mode: ImportMode = 'append';
  #check: CheckSummary | undefined;
  #checkMs: number | undefined;

  constructor(tenant: string, campaignId: string, deps: WorkbenchDeps) {
    this.tenant = tenant;
    this.campaignId = campaignId;
    this.#deps = deps;
    this.#doing = new OneAtATime(deps.clock.now, () => this.#newest.wake());
    this.#desk = new DeskSession(
      () => deps.startDesk(deps.store.folder),
      ({ share, summary }) => {
        this.#doing.progress(share);
        if (summary !== undefined) this.#check = summary;
        this.#newest.wake();
      },
    );
    this.#opened = new OpenedFile(deps.memory);
    this.#compared = new ComparedLists({
      api: () => deps.apiFor(tenant),
      campaignId,
      now: deps.clock.now,
      add: (batch) => this.#desk.call('addNumbers', batch),
      apply: async () => {
        // A check that is under way takes them in at its end.
        if (this.#check?.finished === true) await this.#compareAgain();
      },
      changed: () => this.#newest.wake(),
    });
    this.checked = new CheckedRows({
      desk: this.#desk,
      work: (what, work) => this.#work(what, work),
      took: (summary) => {
        this.#check = summary;
      },
      fileName: () => this.#opened.opened().name,
      askSave: deps.askSave,
      lastIndex: () => this.#uploads.lastIndex(),
      saved: (rows) => deps.note('saveManifestRejects', tenant, this.#named(), { rows }),
    });
    this.#uploads = new Uploads(tenant, campaignId, deps, () => this.#newest.wake());
    void this.refreshCampaign();
  }

  view(): WorkbenchView {
    const api = this.#deps.apiFor(this.tenant);
    return present({
      campaign: this.#campaign,
      campaignFailure: this.#campaignFailure,
      missing: NEEDED.filter((operation) => !api.can(operation)),
      country: this.#country(),
      mode: this.#mode,
      file: this.#opened.file,
      uses: this.#opened.uses,
      remembered: this.#opened.remembered,
      busy: this.#doing.busy,
      check: this.#check,
      checkMs: this.#checkMs,
      compared: this.#compared.views,
      upload: this.#uploads.view(),
      receipts: this.#uploads.receipts(),
      failure: this.#doing.failure,
    });
  }

  open(changed: () => void): StreamSource<WorkbenchView> {
    return this.#newest.open(changed);
  }

  get uploads(): Uploads {
    return this.#uploads;
  }

  /** Reads what the campaign says; a failure of it is shown and keeps nothing else from being done. */
  async refreshCampaign(): Promise<void> {
    try {
      this.#campaign = await readCampaignFacts(this.#deps.apiFor(this.tenant), this.campaignId);
      this.#campaignFailure = undefined;
    } catch (thrown) {
      this.#campaignFailure = failureOf(thrown);
    }
    this.#newest.wake();
  }

  /** Takes a file in place of the one that was open. @param path undefined: the operator is asked. @returns false when they thought better of it */
  async choose(path?: string): Promise<boolean> {
    const chosen = path ?? (await this.#deps.askOpen());
    if (chosen === undefined) return false;
    this.#opened.choose(chosen);
    await this.#openFile();
    return true;
  }

  /** Reads the file another way. */
  async read(reading: Reading): Promise<void> {
    this.#opened.reading = reading;
    await this.#openFile();
  }

  assign(uses: readonly ColumnUse[]): void {
    this.#opened.assign(uses);
    this.#check = undefined;
    this.#newest.wake();
  }

  async setOptions({ country, mode }: { readonly country: string; readonly mode: ImportMode }): Promise<void> {
    if (country !== this.#country()) {
      this.#deps.memory.keepCountry(this.tenant, country);
      this.#check = undefined;
    }
    const modeChanged = mode !== this.#mode;
    this.#mode = mode;
    this.#newest.wake();
    if (modeChanged && this.#check?.finished === true) await this.#compareAgain();
  }

  async check(): Promise<void> {
    this.#opened.remember();
    this.#compared.load();
    const began = this.#deps.clock.now();
    this.#check = undefined;
    await this.#work('checking', async () => {
      this.#check = await this.#desk.call('check', {
        uses: this.#opened.uses,
        country: this.#country(),
        required: this.#campaign?.requiredVariables ?? [],
        compareOwn: this.#compareOwn(),
      });
      this.#checkMs = this.#deps.clock.now() - began;
    });
  }

  /** Ends what takes long. */
  stop(): void {
    this.#desk.stop();
  }

  /**
   * Prepares and sends what was accepted; resolves when it is under way.
   * @param accepted how many contacts the operator saw
   * @throws FailureError `stale` when it is another number by now; `conflict` when it is not the time for it
   */
  async upload(accepted: number): Promise<void> {
    const { reasons, finished } = this.#check ?? { reasons: {}, finished: false };
    if (!finished || this.#doing.busy !== undefined || this.#uploads.view() !== undefined) {
      throw new FailureError('conflict', 'Not now', { reason: 'manifest-busy' });
    }
    if ((reasons.accepted ?? 0) !== accepted) throw new FailureError('stale', 'Other contacts than were seen');
    if (accepted === 0) throw new FailureError('invalid', 'No contacts', { reason: 'manifest-nothing-accepted' });
    const file = this.#opened.opened();
    await this.#work('preparing', async () => {
      await this.#uploads.begin({ file, mode: this.#mode, reasons, campaign: this.#named() }, (files) =>
        this.#desk.call('prepare', files),
      );
    });
    await this.close();
  }

  /** Puts the file away. What was uploaded stays. */
  async close(): Promise<void> {
    this.#compared.forget();
    this.#opened.close();
    this.#check = undefined;
    this.#doing.forgive();
    await this.#desk.end();
    this.#newest.wake();
  }

  /** The console ends, or the operator signs out. */
  async end(): Promise<void> {
    await this.#uploads.pause();
    await this.close();
  }

  async #openFile(): Promise<void> {
    this.#check = undefined;
    this.#opened.lose();
    await this.#work('opening', () =>
      this.#opened.read((path, reading) => this.#desk.call('open', path, reading, this.#country())),
    );
  }

  async #compareAgain(): Promise<void> {
    this.#check = await this.#desk.call('compare', this.#compareOwn());
    this.#newest.wake();
  }

  /** Contacts that are to be replaced are no duplicates. */
  #compareOwn(): boolean {
    return this.#mode === 'append';
  }

  #country(): string {
    return this.#deps.memory.country(this.tenant) ?? DEFAULT_COUNTRY;
  }

  #named(): { readonly id: string; readonly name: string } {
    return { id: this.campaignId, name: this.#campaign?.name ?? this.campaignId };
  }

  /** Does one thing that takes long; the failure of it is shown until the next one. @throws FailureError */
  async #work(what: WorkbenchBusy['what'], work: () => Promise<void>): Promise<void> {
    try {
      await this.#doing.run(what, work);
    } catch (thrown) {
      // Its process is gone, and with it the file and all that was known of it.
      if (failureOf(thrown).detail?.reason === 'manifest-check-ended') {
        this.#check = undefined;
        this.#opened.lose();
        this.#newest.wake();
      }
      throw thrown;
    }
  }
}
