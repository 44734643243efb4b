import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { AlertSound } from '../../shared/models/alert.ts';

interface Window {
  readonly tell: () => void;
  sound: AlertSound | undefined;
}

/** Carries each sound to one window, the one that is open longest: all of them would play it several times over. */
export class SoundLine {
  readonly #windows = new Set<Window>();
  #serial = 0;

  /** Plays a sound; without any window there is nothing to play it. */
  play(sound: Omit<AlertSound, 'serial'>): void {
    const [first] = this.#windows;
    if (first === undefined) return;
    first.sound = { ...sound, serial: ++this.#serial };
    first.tell();
  }

  open(tell: () => void): StreamSource<AlertSound> {
    const window: Window = { tell, sound: undefined };
    this.#windows.add(window);
    return {
      take() {
        const { sound } = window;
        window.sound = undefined;
        return sound;
      },
      close: () => this.#windows.delete(window),
    };
  }
}
