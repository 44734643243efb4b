/** `screen`: one display of a fixed size, whatever there really is. */
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

const size = { width: 1280, height: 800 };
const bounds = { x: 0, y: 0, ...size };
const display = {
  id: 1,
  label: '',
  bounds,
  workArea: bounds,
  size,
  workAreaSize: size,
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};

export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
    getDisplayNearestPoint: () => display,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }),
);
