import { describe, expect, it } from 'vitest';
import { OPERATION_IDS } from '../../shared/models/operation.ts';
import { bind, type Overrides, reportOf } from './bind.ts';
import { indexOperations } from './openapi/index-operations.ts';
import { parseDocument } from './openapi/parse-document.ts';
import { DOCUMENT_30, DOCUMENT_31, DOCUMENT_32 } from './testing/documents.ts';

const operationsOf = (document: object) => indexOperations(parseDocument(JSON.stringify(document)));
function bound(document: object, overrides?: Overrides) {
  const { bound: found } = bind(operationsOf(document), overrides);
  return Object.fromEntries(
    [...found.values()].map(({ operation, rule, method, path }) => [operation, `${rule}: ${method} ${path}`]),
  );
}

describe('bind', () => {
  it('knows operations without ids by the shape of their paths', () => {
    expect(bound(DOCUMENT_30)).toEqual({
      'conversations.live': 'path-shape: get /v3/{account}/chats/active',
      'conversations.stream': 'path-shape: get /v3/{account}/chats/stream',
      'transcripts.list': 'path-shape: get /v3/{account}/chats',
      'transcripts.get': 'path-shape: get /v3/{account}/chats/{chatId}',
      'conversations.takeOver': 'path-shape: post /v3/{account}/chats/{chatId}/take-over',
      'conversations.handBack': 'path-shape: post /v3/{account}/chats/{chatId}/hand-back',
      'conversations.reply': 'path-shape: post /v3/{account}/chats/{chatId}/operator-messages',
      'conversations.complete': 'path-shape: put /v3/{account}/chats/{chatId}/close',
      'flows.list': 'path-shape: get /v3/{account}/flows',
    });
  });

  it('takes documented paths before anything, whatever their ids and parameter names', () => {
    expect(bound(DOCUMENT_31)).toMatchObject({
      'conversations.create': 'documented-path: post /api/org/{org}/v2/webchat',
      'conversations.sendMessage': 'documented-path: post /api/org/{org}/v2/webchat/{id}',
      'conversations.reply': 'documented-path: post /api/org/{org}/v2/webchat/{id}/addCsrMessage',
      'conversations.takeOver': 'documented-path: post /api/org/{org}/v2/webchat/{id}/CsrTakeOver',
      'conversations.complete': 'documented-path: put /api/org/{org}/v2/webchat/{id}/status',
      'conversations.live': 'operation-id: get /api/v1/{org}/monitor',
      'transcripts.list': 'operation-id: get /api/v1/transcripts',
    });
  });

  it('leaves what it cannot tell apart unbound, with both places as candidates', () => {
    const { operations } = reportOf(bind(operationsOf(DOCUMENT_32)), { source: 'fetched' });
    const takeOver = operations.find(({ operation }) => operation === 'conversations.takeOver');
    expect(takeOver?.bound).toBe(false);
    expect(takeOver?.candidates.map(({ operationId }) => operationId)).toEqual([
      'claimConversation',
      'assumeConversation',
    ]);
    expect(bound(DOCUMENT_32)).toMatchObject({
      'conversations.stream': 'operation-id: get /t/{tenant}/live',
      'transcripts.search': 'operation-id: query /t/{tenant}/transcripts',
    });
  });

  it('obeys an override, and gives its place to nothing else', () => {
    const target = { method: 'POST', path: '/t/{tenant}/conversations/{id}/assume' };
    expect(bound(DOCUMENT_32, { 'conversations.takeOver': target })['conversations.takeOver']).toBe(
      'override: post /t/{tenant}/conversations/{id}/assume',
    );
    const all = bound(DOCUMENT_30, {
      'conversations.reply': { method: 'put', path: '/v3/{account}/chats/{chatId}/close' },
    });
    expect(all['conversations.reply']).toContain('override');
    expect(all['conversations.complete']).toBeUndefined();
  });

  it('does not take a campaign or a flow for a conversation', () => {
    const document = structuredClone(DOCUMENT_30) as { paths: Record<string, unknown> };
    delete document.paths['/v3/{account}/chats/{chatId}/close'];
    delete document.paths['/v3/{account}/chats/{chatId}/hand-back'];
    const all = bound(document);
    expect(all['conversations.complete']).toBeUndefined();
    expect(all['conversations.handBack']).toBeUndefined();
  });

  it('binds the five public webchat paths when there is no document', () => {
    const { bound: found } = bind(undefined);
    expect([...found.values()].map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'post /api/org/{tenant}/v2/webchat',
      'post /api/org/{tenant}/v2/webchat/{transcriptId}',
      'post /api/org/{tenant}/v2/webchat/{transcriptId}/CsrTakeOver',
      'post /api/org/{tenant}/v2/webchat/{transcriptId}/addCsrMessage',
      'put /api/org/{tenant}/v2/webchat/{transcriptId}/status',
    ]);
  });

  it('reports every operation and everything of the document that is not used', () => {
    const report = reportOf(bind(operationsOf(DOCUMENT_30)), { source: 'fetched', openapi: '3.0.3' });
    expect(report.operations.map(({ operation }) => operation)).toEqual(OPERATION_IDS);
    expect(report.unused.map(({ path }) => path)).toEqual([
      '/v3/{account}/campaigns/{campaignId}/close',
      '/v3/{account}/flows/{flowId}/release',
    ]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
