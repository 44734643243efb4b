import { expect, it } from 'vitest';
import { bind } from './bind.ts';
import { indexOperations } from './openapi/index-operations.ts';
import { parseDocument } from './openapi/parse-document.ts';
import { documentOf, EXPECTED, NAMED } from './testing/campaign-documents.ts';

const boundPlaces = (document: object) =>
  new Map(
    [...bind(indexOperations(parseDocument(JSON.stringify(document)))).bound.values()].map((one) => [
      one.operation,
      `${one.rule}: ${one.method} ${one.path}`,
    ]),
  );

it('binds every operation of campaigns by its id, and none to the wrong place', () => {
  const bound = boundPlaces(documentOf(NAMED, true));
  const expected = NAMED.flatMap(([verb, path], nth) => {
    const operation = EXPECTED[nth];
    return operation === undefined ? [] : [[operation, `operation-id: ${verb} /api/v1/{tenant}${path}`] as const];
  });
  expect(bound).toEqual(new Map(expected));
});

it('binds them by the shape of their paths alone, but for what two places look alike for', () => {
  const bound = boundPlaces(documentOf(NAMED, false));
  const alike = new Set(['manifests.create']);
  const expected = NAMED.flatMap(([verb, path], nth) => {
    const operation = EXPECTED[nth];
    if (operation === undefined || alike.has(operation)) return [];
    return [[operation, `path-shape: ${verb} /api/v1/{tenant}${path}`] as const];
  });
  expect(bound).toEqual(new Map(expected));
});

it.each([
  ['post', '/campaigns/{id}/close'],
  ['put', '/campaigns/{id}/status'],
  ['post', '/campaigns/{id}/archive'],
  ['delete', '/flows/{id}'],
])('takes no verb of the dispatcher for %s %s', (verb, path) => {
  const bound = boundPlaces(documentOf([[verb, path, '']], false));
  expect([...bound.keys()]).toEqual([]);
});
