import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { call } from '../../../bridge/bridge.ts';

interface ThreadedByProps {
  readonly tenant: string;
  /** The one whose history is shown; undefined until it is read. */
  readonly conversation: Conversation | undefined;
}

/**
 * By which journey parameter the instance threads a contact's conversations, or that this one has none that a function has
 * set. Says nothing where the instance does not tell its journey parameters.
 */
export function ThreadedBy({ tenant, conversation }: ThreadedByProps): ReactNode {
  const { t } = useTranslation('conversations');
  const names = useQuery({
    queryKey: ['journey-parameters', tenant],
    queryFn: () => call((api) => api.archive.journeyParameters({ tenant })),
    staleTime: 300_000,
    retry: false,
  }).data;
  if (conversation === undefined || names === undefined || names.length === 0) return null;
  const set = conversation.parameters.filter(({ source }) => source !== 'asserted').map(({ name }) => name);
  const thread = names.find((name) => set.includes(name));
  return (
    <p className="text-sm text-fg-2">
      {thread === undefined ? t('notThreaded', { names: names.join(', ') }) : t('threadedBy', { name: thread })}
    </p>
  );
}
