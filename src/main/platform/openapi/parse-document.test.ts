import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError, failureOf } from '../../../shared/models/failure.ts';
import { bind } from '../bind.ts';
import { decodersFor } from '../decode/decoders.ts';
import { DOCUMENT_30, DOCUMENT_31, DOCUMENT_32 } from '../testing/documents.ts';
import { basePathOf, indexOperations } from './index-operations.ts';
import { parseDocument } from './parse-document.ts';

function reasonOf(text: string, limits?: Parameters<typeof parseDocument>[1]): string | undefined {
  try {
    parseDocument(text, limits);
    return undefined;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(FailureError);
    expect(failureOf(thrown).code).toBe('invalid');
    return failureOf(thrown).detail?.reason;
  }
}

describe('parseDocument', () => {
  it.each([DOCUMENT_30, DOCUMENT_31, DOCUMENT_32])('accepts OpenAPI $openapi', (document) => {
    const parsed = parseDocument(JSON.stringify(document));
    expect(parsed.openapi).toBe(document.openapi);
    expect(parsed.title).toBe(document.info.title);
  });

  it.each([
    ['openapi-not-json', '<html>sign in</html>'],
    ['openapi-not-json', '{"openapi":"3.1.0","paths":{'],
    ['openapi-malformed', '[]'],
    ['openapi-malformed', '{"openapi":"3.1.0","paths":[]}'],
    ['openapi-malformed', '{"openapi":"3.1.0"}'],
    ['openapi-version', '{"swagger":"2.0","paths":{}}'],
    ['openapi-version', '{"openapi":"4.0.0","paths":{}}'],
    ['openapi-version', '{"openapi":3.1,"paths":{}}'],
    ['openapi-too-deep', `{"openapi":"3.1.0","paths":{},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('refuses with %s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('refuses what is larger than the limit before parsing it', () => {
    expect(reasonOf(JSON.stringify(DOCUMENT_31), { bytes: 100, depth: 10, operations: 10 })).toBe('openapi-too-large');
  });

  it('does not count brackets inside strings as depth', () => {
    const text = JSON.stringify({ openapi: '3.1.0', paths: {}, note: `\\"${'['.repeat(1000)}` });
    expect(parseDocument(text).openapi).toBe('3.1.0');
  });
});

describe('a hostile document', () => {
  const index = (root: object) => indexOperations(parseDocument(JSON.stringify(root)));

  it('survives cyclic references in schemas, path items and parameters', () => {
    const operations = index({
      openapi: '3.1.0',
      paths: {
        '/a/{tenant}/live/conversations': {
          get: {
            operationId: 'liveConversations',
            parameters: [{ $ref: '#/components/parameters/Loop' }],
            responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
          },
        },
        '/b': { $ref: '#/paths/~1b' },
      },
      components: {
        parameters: { Loop: { $ref: '#/components/parameters/Loop' } },
        schemas: {
          A: { allOf: [{ $ref: '#/components/schemas/B' }] },
          B: { anyOf: [{ $ref: '#/components/schemas/A' }] },
        },
      },
    });
    expect(operations).toHaveLength(1);
    const bindings = bind(operations);
    expect(bindings.bound.get('conversations.live')?.rule).toBe('operation-id');
    expect(decodersFor(bindings).live({ id: 'c-1' })?.id).toBe('c-1');
  });

  it('never lets a path lead to another host and caps the number of operations', () => {
    expect(
      index({
        openapi: '3.1.0',
        paths: { '//evil.example/x': { get: {} }, 'x.example': { get: {} }, '/\\evil': { get: {} } },
      }),
    ).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`/p${i}`, { get: {} }]));
    expect(indexOperations(parseDocument(JSON.stringify({ openapi: '3.1.0', paths: many })), 100)).toHaveLength(100);
  });

  it('does not pollute prototypes', () => {
    const text =
      '{"openapi":"3.1.0","paths":{"__proto__":{"get":{"polluted":1}},"/x":{"__proto__":{"get":{}},"get":{"tags":"no","parameters":{"__proto__":1}}}}}';
    expect(indexOperations(parseDocument(text)).map(({ path }) => path)).toEqual(['/x']);
    expect(Object.hasOwn(Object.prototype, 'get')).toBe(false);
  });

  it('takes the base path only from the API origin itself', () => {
    const base = (url: string) =>
      basePathOf(
        parseDocument(JSON.stringify({ openapi: '3.1.0', paths: {}, servers: [{ url }] })),
        'https://acme.example',
      );
    expect(base('https://acme.example/gw/')).toBe('/gw');
    expect(base('/gw')).toBe('/gw');
    expect(base('https://evil.example/gw')).toBe('');
    expect(base('https://{host}/gw')).toBe('');
  });

  it('of any JSON in any place never throws while binding and decoding', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const content = fc.record({ 'application/json': fc.record({ schema: anything }) });
    const operation = fc.record(
      {
        operationId: fc.oneof(fc.constantFrom('csrTakeOver', 'liveConversations', 'listTranscripts'), anything),
        tags: anything,
        parameters: fc.oneof(
          fc.array(fc.record({ name: fc.string(), in: fc.constantFrom('path', 'query', 'nowhere') })),
          anything,
        ),
        requestBody: fc.oneof(fc.record({ content }), anything),
        responses: fc.oneof(fc.record({ 200: fc.record({ content }) }), anything),
      },
      { requiredKeys: [] },
    );
    const item = fc.dictionary(
      fc.constantFrom('get', 'post', 'put', 'parameters', '$ref'),
      fc.oneof(operation, anything),
    );
    const path = fc.oneof(fc.constantFrom('/x/{tenant}/conversations', '/x/{a}/{b}/claim', '/{'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(path, fc.oneof(item, anything)), anything, (paths, components) => {
        const document = parseDocument(JSON.stringify({ openapi: '3.2.0', paths, components }));
        const bindings = bind(indexOperations(document));
        const places = [...bindings.bound.values()].map(({ method, path: at }) => `${method} ${at}`);
        expect(new Set(places).size).toBe(places.length);
        const decoders = decodersFor(bindings);
        expect(decoders.live({ id: 'c' })?.id).toBe('c');
      }),
      { numRuns: 300 },
    );
  });
});
