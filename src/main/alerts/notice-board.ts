import type { Alert, AlertPreferences, AlertSound, Severity } from '../../shared/models/alert.ts';
import type { Clock } from '../storage/clock.ts';
import { type Inbox, isOpen, worseFirst } from './inbox.ts';
import { isQuiet } from './quiet-hours.ts';

/** One native notification: all the alerts of one rule in one tenant that are told together, worst first. */
export interface Notice {
  readonly alerts: readonly Alert[];
}

/** What shows notices; Electron's notifications in the console. Returns the way to take it off the screen. */
export type ShowNotice = (notice: Notice) => () => void;

interface Shown {
  readonly at: number;
  readonly alerts: readonly Alert[];
  readonly close: () => void;
}

interface BoardDeps {
  readonly clock: Clock;
  readonly inbox: Inbox;
  readonly preferences: () => AlertPreferences;
  readonly show: ShowNotice;
  readonly play: (sound: Omit<AlertSound, 'serial'>) => void;
}

/** Alerts that come within this time are told together. */
const GATHER_MS = 1_500;
const MINUTE_MS = 60_000;

/**
 * Decides what is told aloud: grouped by cause, within the budget of a minute that keeps the worst, not in quiet hours,
 * again until seen, and taken back as soon as nobody needs it any more.
 */
export class NoticeBoard {
  readonly #deps: BoardDeps;
  #waiting: string[] = [];
  #shown = new Map<string, Shown>();
  #spent: number[] = [];
  #cancel: (() => void) | undefined;

  constructor(deps: BoardDeps) {
    this.#deps = deps;
  }

  /** Tells of an alert soon, together with others of its cause. */
  add(id: string): void {
    this.#waiting.push(id);
    this.#cancel ??= this.#deps.clock.after(GATHER_MS, () => {
      this.#cancel = undefined;
      this.#flush();
    });
  }

  /**
   * Takes back what needs nobody any more, repeats what was not seen, and tells what the quiet hours held back once they
   * are over. Called about once a second.
   */
  tick(): void {
    this.#afterQuiet();
    const { clock, inbox, preferences } = this.#deps;
    const repeat = preferences().repeatSeconds * 1000;
    for (const [cause, shown] of this.#shown) {
      const open = shown.alerts.flatMap(({ id }) => inbox.get(id) ?? []).filter(isOpen);
      if (open.length === 0) {
        shown.close();
        this.#shown.delete(cause);
      } else if (repeat > 0 && clock.now() - shown.at >= repeat) {
        this.#waiting.push(...open.map(({ id }) => id));
        this.#flush();
      }
    }
  }

  #afterQuiet(): void {
    const { clock, inbox, preferences } = this.#deps;
    for (const alert of inbox.list()) {
      if (alert.silent !== 'quiet' || !isOpen(alert)) continue;
      if (isQuiet(preferences(), alert.rule.severity, new Date(clock.now()))) continue;
      inbox.silence(alert.id, undefined);
      this.add(alert.id);
    }
  }

  /** Takes everything off the screen: sign-out, quit. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#waiting = [];
    for (const { close } of this.#shown.values()) close();
    this.#shown.clear();
  }

  #flush(): void {
    const { clock, inbox } = this.#deps;
    const preferences = this.#deps.preferences();
    const now = clock.now();
    const open = [...new Set(this.#waiting)].flatMap((id) => inbox.get(id) ?? []).filter(isOpen);
    this.#waiting = [];
    this.#spent = this.#spent.filter((at) => now - at < MINUTE_MS);
    const groups = [...Map.groupBy(open.toSorted(worseFirst), causeOf)];
    for (const [cause, alerts] of groups) {
      const [worst] = alerts;
      if (worst === undefined) continue;
      const silent = preferences.notifications
        ? isQuiet(preferences, worst.rule.severity, new Date(now))
          ? 'quiet'
          : this.#hasRoom(worst, preferences.perMinute)
            ? undefined
            : 'budget'
        : 'off';
      if (silent !== undefined) for (const { id } of alerts) inbox.silence(id, silent);
      else this.#tell(cause, alerts, now);
    }
  }

  #tell(cause: string, alerts: readonly Alert[], now: number): void {
    const before = this.#shown.get(cause);
    before?.close();
    // One notification a cause: what it told before and is still open stays in it.
    const ids = new Set([...alerts, ...(before?.alerts ?? [])].map(({ id }) => id));
    const all = [...ids]
      .flatMap((id) => this.#deps.inbox.get(id) ?? [])
      .filter(isOpen)
      .sort(worseFirst);
    this.#spent.push(now);
    this.#shown.set(cause, { at: now, alerts: all, close: this.#deps.show({ alerts: all }) });
    const severity: Severity = all[0]?.rule.severity ?? 'info';
    const sound = this.#deps.preferences().sounds[severity];
    if (sound.on) this.#deps.play({ severity, volume: sound.volume, tune: sound.tune });
  }

  /** Room in the budget; beyond it the mildest that is shown gives its place to one that is worse. */
  #hasRoom(alert: Alert, perMinute: number): boolean {
    if (this.#spent.length < perMinute) return true;
    const mildest = [...this.#shown].toSorted(([, a], [, b]) => worst(b, a))[0];
    if (mildest === undefined || worseBySeverity(mildest[1], alert) <= 0) return false;
    mildest[1].close();
    for (const { id } of mildest[1].alerts) this.#deps.inbox.silence(id, 'budget');
    this.#shown.delete(mildest[0]);
    this.#spent.shift();
    return true;
  }
}

const causeOf = (alert: Alert): string => `${alert.tenant}\n${alert.rule.id}`;
const firstOf = (shown: Shown): Alert | undefined => shown.alerts[0];

function worst(a: Shown, b: Shown): number {
  const [one, other] = [firstOf(a), firstOf(b)];
  return one === undefined || other === undefined ? 0 : worseFirst(one, other);
}

/** Positive when the alert is worse than what is shown. */
function worseBySeverity(shown: Shown, alert: Alert): number {
  const held = firstOf(shown);
  return held === undefined ? 1 : worseFirst(held, { ...alert, at: held.at });
}
