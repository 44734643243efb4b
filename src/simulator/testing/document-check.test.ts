import { expect, test } from 'vitest';
import { createDocumentCheck } from './document-check.ts';

const thing = { type: 'object', required: ['a'], properties: { a: { type: 'string', format: 'date-time' } } };
const reply = { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } };

test.each(['3.0.3', '3.2.0'])('an answer that does not fit the document is found, in OpenAPI %s', (openapi) => {
  const paths = { '/things/{id}': { get: { operationId: 'g', responses: reply } } };
  const check = createDocumentCheck({ openapi, paths, components: { schemas: { Thing: thing } } });
  const answer = (status: number, type: string, body: unknown) => () =>
    check.response('GET', '/things/1?x=2', status, type, body);
  expect(answer(200, 'application/json; charset=utf-8', { a: '2026-11-22T14:00:00Z' })).not.toThrow();
  expect(answer(200, 'application/json', {})).toThrow('required');
  expect(answer(200, 'application/json', { a: 'noon' })).toThrow('date-time');
  expect(answer(200, 'text/html', {})).toThrow('not documented');
  expect(answer(418, 'application/json', {})).toThrow('not documented');
  expect(() => check.response('PUT', '/things/1', 200, 'application/json', {})).toThrow('has no PUT');
});
