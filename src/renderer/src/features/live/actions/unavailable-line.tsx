import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../../actions/offered.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { bindingReportQuery } from '../../../bridge/queries.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { notOffered, offersListening } from '../model/availability.ts';
import { useMissing } from './use-actions.ts';

const openWebApp = () =>
  void call((api) => api.app.openWebApp()).catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));

/**
 * What cannot be done from here, by name, with the way to where it can be: what the instance's API lacks, and listening
 * to a call, which needs a phone line.
 */
export function UnavailableLine({ voice }: { readonly voice: boolean }): ReactNode {
  const { t } = useTranslation('live');
  const isMissing = useMissing();
  const report = useQuery(bindingReportQuery).data;
  const listening = voice && report !== undefined && offersListening(report);
  const missing = [
    ...notOffered(isMissing).map((action) => t(`unavailable.${action}`)),
    ...(voice && !listening ? [t('unavailable.listenIn')] : []),
  ];
  const shown = missing.length > 0 || listening;
  useActions(() => (shown ? [{ id: 'conversation.webApp', group: 'conversation', run: openWebApp }] : []));
  if (!shown) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-fg-2" data-testid="unavailable">
      <div className="min-w-0 flex-1">
        {missing.length === 0 ? null : <p>{t('unavailable.missing', { actions: missing.join(', ') })}</p>}
        {listening ? <p>{t('unavailable.needsPhone')}</p> : null}
      </div>
      <Button look="quiet" className="text-accent!" onClick={openWebApp}>
        <ExternalLink className="icon" aria-hidden />
        {t('unavailable.webApp')}
      </Button>
    </div>
  );
}
