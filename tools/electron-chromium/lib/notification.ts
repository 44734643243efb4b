/** `Notification`: recorded; tests emit `click`, `reply` and `action`. */
import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { record } from './records.ts';
import { strict } from './strict.ts';

export class Notification extends EventEmitter {
  title: string;
  body: string;
  readonly options: NotificationConstructorOptions;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.options = options;
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  show(): void {
    record('Notification.show', this);
    setImmediate(() => this.emit('show'));
  }

  close(): void {
    this.emit('close');
  }

  static isSupported(): boolean {
    return true;
  }
}
strict('Notification', Notification.prototype);
