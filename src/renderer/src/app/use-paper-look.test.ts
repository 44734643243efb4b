// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { usePaperLook } from './use-paper-look.ts';

const { dataset } = document.documentElement;
const worn = () => [dataset['theme'], dataset['contrast']];
const wear = (theme: string, contrast: string) => Object.assign(dataset, { theme, contrast });
afterEach(() => {
  delete dataset['theme'];
  delete dataset['contrast'];
});

it('prints in the light theme, and gives back what the screen wore', () => {
  wear('dark', 'more');
  const { unmount } = renderHook(() => usePaperLook());
  window.dispatchEvent(new Event('beforeprint'));
  expect(worn()).toEqual(['light', 'normal']);
  // A print from within a print, as a preview of one, changes nothing.
  window.dispatchEvent(new Event('beforeprint'));
  window.dispatchEvent(new Event('afterprint'));
  expect(worn()).toEqual(['dark', 'more']);
  window.dispatchEvent(new Event('beforeprint'));
  unmount();
  expect(worn()).toEqual(['dark', 'more']);
  window.dispatchEvent(new Event('beforeprint'));
  expect(worn()).toEqual(['dark', 'more']);
});
