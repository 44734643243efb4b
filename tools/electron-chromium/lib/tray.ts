/** `Tray`: recorded; tests emit its events. */
import { EventEmitter } from 'node:events';
import type { Menu } from './menu.ts';
import { record } from './records.ts';
import { strict } from './strict.ts';

export class Tray extends EventEmitter {
  private isGone = false;

  constructor(image: unknown) {
    super();
    record('Tray', this, image);
  }

  setToolTip = (text: string): void => record('Tray.setToolTip', text);
  setContextMenu = (menu: Menu | null): void => record('Tray.setContextMenu', menu);
  setImage = (image: unknown): void => record('Tray.setImage', image);
  setTitle = (title: string): void => record('Tray.setTitle', title);
  popUpContextMenu(): void {}

  destroy(): void {
    this.isGone = true;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
}
strict('Tray', Tray.prototype);
