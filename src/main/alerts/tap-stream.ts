import type { StreamedEvent, TenantApi } from '../platform/tenant-api.ts';

/**
 * The same way to a tenant, with an ear on its stream: rows tell neither what was said nor which function failed. The
 * hub stays the only one that connects.
 * @param hear gets each batch of events after the hub did; must not throw
 */
export function tapStream(api: TenantApi, hear: (events: readonly StreamedEvent[]) => void): TenantApi {
  const streamConversations: TenantApi['streamConversations'] = (options) =>
    api.streamConversations({
      ...options,
      onEvents: (events) => {
        options.onEvents(events);
        hear(events);
      },
    });
  return new Proxy(api, {
    get: (target, name) => (name === 'streamConversations' ? streamConversations : Reflect.get(target, name, target)),
  });
}
