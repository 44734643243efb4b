import { z } from 'zod';
import { DEFAULT_REPLIES } from '../../shared/models/default-replies.ts';
import {
  type CannedReply,
  cannedRepliesSchema,
  type TenantViews,
  tenantViewsSchema,
} from '../../shared/models/views.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** Per tenant: how the operator arranged the list, and their canned replies. Kept in the settings of this machine. */
export interface KeptViews {
  views(tenant: string): TenantViews;
  setViews(tenant: string, views: TenantViews): void;
  /** The default replies until others, or none, were kept. */
  replies(tenant: string): readonly CannedReply[];
  setReplies(tenant: string, replies: readonly CannedReply[]): void;
}

/** Each tenant's part is checked by itself: one that another version wrote must not cost the others. */
const sectionSchema = z.object({ byTenant: z.record(z.string(), z.unknown()) });

export function keptViews(settings: SettingsStore): KeptViews {
  const views = settings.section('views', sectionSchema, { byTenant: {} });
  const replies = settings.section('replies', sectionSchema, { byTenant: {} });
  return {
    views(tenant) {
      const stored = tenantViewsSchema.safeParse(views.get().byTenant[tenant] ?? {});
      return stored.success ? stored.data : tenantViewsSchema.parse({});
    },
    setViews: (tenant, value) => views.set({ byTenant: { ...views.get().byTenant, [tenant]: value } }),
    replies(tenant) {
      const stored = cannedRepliesSchema.safeParse(replies.get().byTenant[tenant] ?? DEFAULT_REPLIES);
      return stored.success ? stored.data : [];
    },
    setReplies: (tenant, value) => replies.set({ byTenant: { ...replies.get().byTenant, [tenant]: value } }),
  };
}
