import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { forgetViews } from '../src/features/live/model/kept-view.ts';

// Hooks stand here, not beside what draws: files share their modules, and a module's hooks are those of the first file only.
afterEach(() => {
  cleanup();
  globalThis.dialai = undefined;
  forgetViews();
});
