import { describe, expect, it } from 'vitest';
import { DEFAULT_REPLIES } from '../../shared/models/default-replies.ts';
import { cannedRepliesSchema, tenantViewsSchema } from '../../shared/models/views.ts';
import { memorySettings } from '../storage/testing/memory-settings.ts';
import { keptViews } from './kept-views.ts';

describe('kept views', () => {
  it('keeps each tenant apart', () => {
    const kept = keptViews(memorySettings({}));
    const views = tenantViewsSchema.parse({ columns: { order: ['risk'], hidden: ['age'], widths: { id: 120 } } });
    kept.setViews('one', views);
    kept.setReplies('one', [{ id: 'r', title: 'Hello', en: 'Hi', fr: 'Bonjour' }]);
    expect(kept.views('one')).toEqual(views);
    expect(kept.replies('one')).toHaveLength(1);
    expect(kept.views('two')).toEqual(tenantViewsSchema.parse({}));
  });

  it('begins with default replies, and keeps that all were deleted', () => {
    const kept = keptViews(memorySettings({}));
    expect(cannedRepliesSchema.parse(kept.replies('one'))).toEqual(DEFAULT_REPLIES);
    expect(DEFAULT_REPLIES.every(({ en, fr }) => en !== '' && fr !== '')).toBe(true);
    kept.setReplies('one', []);
    expect(kept.replies('one')).toEqual([]);
    expect(kept.replies('two')).toEqual(DEFAULT_REPLIES);
  });

  it('begins anew for a tenant whose part is not understood, and keeps the others', () => {
    const good = tenantViewsSchema.parse({ rule: ['wait'] });
    const kept = keptViews(memorySettings({ views: { byTenant: { bad: { rule: ['nonsense'] }, good } } }));
    expect(kept.views('bad')).toEqual(tenantViewsSchema.parse({}));
    expect(kept.views('good').rule).toEqual(['wait']);
  });
});
