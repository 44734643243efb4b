/** `nativeTheme`: the chosen theme is emulated in every page. The system's own is always light. */
import { EventEmitter } from 'node:events';
import type { CdpSession } from './cdp.ts';
import { strict } from './strict.ts';

type Source = 'system' | 'light' | 'dark';

class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  private source: Source = 'system';

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    if (source === this.source) return;
    this.source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  /** Tells a page; not part of Electron. */
  async _apply(session: CdpSession): Promise<void> {
    const value = this.source === 'system' ? '' : this.source;
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
}
strict('nativeTheme', NativeTheme.prototype);

export const nativeTheme = new NativeTheme();
