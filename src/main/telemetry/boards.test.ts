import { describe, expect, it } from 'vitest';
import { defaultBoard } from '../../shared/models/board.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { memorySettings } from '../storage/testing/memory-settings.ts';
import { keptBoards, readBoard } from './boards.ts';

const detailOf = (text: string): unknown => {
  try {
    readBoard(text);
    return 'was read';
  } catch (thrown) {
    if (thrown instanceof FailureError) return thrown.failure.detail;
    throw thrown;
  }
};
const of = (instance: string) => (tenant: string) => `${instance} ${tenant}`;
const own = { ...defaultBoard('supervisor'), name: 'Mine', range: '4h' as const };

describe('kept boards', () => {
  it('keep tenants and roles apart, and go back to what a role starts with', () => {
    const boards = keptBoards(memorySettings({}), of('here'));
    boards.set('one', 'supervisor', own);
    expect(boards.get('one', 'supervisor')).toEqual(own);
    expect(boards.get('one', 'admin')).toEqual(defaultBoard('admin'));
    expect(boards.get('two', 'supervisor')).toEqual(defaultBoard('supervisor'));
    boards.set('one', 'admin', own);
    expect(boards.reset('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
    expect(boards.get('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
    expect(boards.get('one', 'admin')).toEqual(own);
  });

  it('keep instances apart that have a tenant of one name', () => {
    const settings = memorySettings({});
    const [here, there] = [keptBoards(settings, of('here')), keptBoards(settings, of('there'))];
    here.set('one', 'supervisor', own);
    expect(there.get('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
    there.set('one', 'supervisor', { ...own, name: 'Theirs' });
    expect(here.get('one', 'supervisor').name).toBe('Mine');
    expect(here.reset('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
    expect(there.get('one', 'supervisor').name).toBe('Theirs');
  });

  it('of the time when they were kept by the slug belong to the instance that first changes one', () => {
    const settings = memorySettings({ boards: { byTenant: { one: { supervisor: own, admin: own } } } });
    const [here, there] = [keptBoards(settings, of('here')), keptBoards(settings, of('there'))];
    expect(here.get('one', 'supervisor')).toEqual(own);
    here.reset('one', 'supervisor');
    expect(here.get('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
    expect(here.get('one', 'admin')).toEqual(own);
    expect(there.get('one', 'admin')).toEqual(defaultBoard('admin'));
  });

  it('start anew where what was stored is none', () => {
    const boards = keptBoards(
      memorySettings({ boards: { byTenant: { one: { supervisor: { tiles: 'all' } } } } }),
      of('here'),
    );
    expect(boards.get('one', 'supervisor')).toEqual(defaultBoard('supervisor'));
  });
});

describe('a board from a file', () => {
  it('is what was exported', () => {
    expect(readBoard(JSON.stringify(own))).toEqual(own);
  });

  it('takes what was left out from the console', () => {
    const tile = { id: 'a', metric: 'x:custom' };
    const read = readBoard(JSON.stringify({ version: 1, name: 'Small', tiles: [tile] }));
    expect(read).toMatchObject({ range: '1h', compare: 'day', tiles: [{ ...tile, labels: {}, size: 'medium' }] });
  });

  it('numbers tiles anew that share an id, and leaves the others theirs', () => {
    const tile = { id: 'a', metric: 'queue.waiting', labels: {}, size: 'medium' };
    const ids = (names: readonly string[]) =>
      readBoard(JSON.stringify({ ...own, tiles: names.map((id) => ({ ...tile, id })) })).tiles.map(({ id }) => id);
    expect(ids(['a', 'b', 'a'])).toEqual(['a', 'b', 'tile-1']);
    expect(ids(['a', 'a', 'tile-1', 'a'])).toEqual(['a', 'tile-2', 'tile-1', 'tile-3']);
  });

  it('is refused by name of what is wrong with it', () => {
    const tile = own.tiles[0];
    expect(detailOf('{')).toEqual({ reason: 'board-not-json' });
    expect(detailOf('[]')).toMatchObject({ reason: 'board-malformed' });
    expect(detailOf(JSON.stringify({ ...own, version: 2 }))).toEqual({ reason: 'board-malformed', field: 'version' });
    expect(
      detailOf(JSON.stringify({ ...own, tiles: Array.from({ length: 61 }, (_, id) => ({ ...tile, id: `${id}` })) })),
    ).toEqual({ reason: 'board-malformed', field: 'tiles' });
    expect(detailOf(JSON.stringify({ ...own, tiles: [{ ...tile, size: 'huge' }] }))).toEqual({
      reason: 'board-malformed',
      field: 'tiles.0.size',
    });
  });
});
