import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Display, inside, placeFor, remember } from './placement.ts';

const display = (id: string, x: number, width = 1920, height = 1080): Display => ({
  id,
  label: '',
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 30, width, height: height - 30 },
});
const left = display('1', 0);
const right = display('2', 1920, 2560, 1440);
const at = (x: number, y = 100) => ({ x, y, width: 800, height: 600, maximized: false });

describe('placement', () => {
  it('goes back to where the window stood, on the display it last stood on', () => {
    let places = remember({}, 'main', at(100), [left, right]);
    places = remember(places, 'main', at(2100), [left, right]);
    expect(placeFor(places, 'main', [left, right])).toEqual(at(2100));
    expect(placeFor(places, 'torn', [left, right])).toBeUndefined();
  });

  it('goes to a display that is connected when the last one is gone', () => {
    let places = remember({}, 'main', at(100), [left, right]);
    places = remember(places, 'main', at(2100), [left, right]);
    expect(placeFor(places, 'main', [left])).toEqual(at(100));
    expect(placeFor(places, 'main', [display('9', 0)])).toBeUndefined();
  });

  it('takes the bounds of the display that was asked for, or none', () => {
    let places = remember({}, 'wall', at(100), [left, right]);
    places = remember(places, 'wall', at(2100), [left, right]);
    expect(placeFor(places, 'wall', [left, right], '1')).toEqual(at(100));
    expect(placeFor(places, 'wall', [left, right], '7')).toBeUndefined();
  });

  it('fits into a display that became smaller', () => {
    const places = remember({}, 'main', { ...at(1000, 700), width: 900 }, [left]);
    expect(placeFor(places, 'main', [display('1', 0, 1024, 768)])).toEqual({
      x: 124,
      y: 168,
      width: 900,
      height: 600,
      maximized: false,
    });
  });

  it('always ends up inside of the area', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 100, max: 5000 });
    const rectangle = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(rectangle, rectangle, (bounds, area) => {
        const placed = inside(bounds, area);
        expect(placed.x).toBeGreaterThanOrEqual(area.x);
        expect(placed.y).toBeGreaterThanOrEqual(area.y);
        expect(placed.x + placed.width).toBeLessThanOrEqual(area.x + area.width);
        expect(placed.y + placed.height).toBeLessThanOrEqual(area.y + area.height);
      }),
    );
  });
});
