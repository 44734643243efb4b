import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDetail } from '../../../../shared/models/campaign-contact.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { formatDuration } from '../../lib/format.ts';
import { useContactWords } from './contact-words.tsx';

interface AttemptsProps {
  readonly tenant: string;
  readonly contact: ContactDetail;
  readonly zones: { readonly contactZone: string | undefined; readonly tenantZone: string | undefined };
  readonly onTranscript: (id: string) => void;
}

/** Every call made to a contact, newest first, by the clocks that matter; each leads to its conversation. */
export function Attempts({ tenant, contact, zones, onTranscript }: AttemptsProps): ReactNode {
  const { t } = useTranslation('contacts');
  const words = useContactWords();
  const watch = (id: string) =>
    void call((api) => api.windows.goTo({ tenant, id })).catch((thrown: unknown) =>
      announce(failureOf(thrown).message, 'assertive'),
    );
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('attempts.title')}</h3>
      {contact.history.length === 0 ? <p className="text-fg-2">{t('attempts.none')}</p> : null}
      <ol className="flex flex-col gap-2" reversed>
        {contact.history
          .toReversed()
          .map(({ attempt, at, endedAt, disposition, transcriptId, durationSeconds, unreported }) => (
            <li key={attempt} className="rounded-md border p-2 tabular-nums">
              <div className="flex flex-wrap gap-x-2">
                <strong className="font-semibold">{t('attempts.nth', { nth: attempt })}</strong>
                {at === undefined ? null : <Clocks at={at} {...zones} />}
              </div>
              <div className="flex flex-wrap items-center gap-x-2 text-fg-2">
                {disposition === undefined
                  ? t(
                      unreported
                        ? 'attempts.unreported'
                        : endedAt === undefined
                          ? 'attempts.running'
                          : 'attempts.ended',
                    )
                  : words.disposition(disposition)}
                {durationSeconds === undefined ? null : <span>{formatDuration(durationSeconds * 1000)}</span>}
              </div>
              {transcriptId === undefined ? null : (
                <div className="mt-1 flex flex-wrap gap-2">
                  {endedAt === undefined ? (
                    <Button onClick={() => watch(transcriptId)}>{t('attempts.watch')}</Button>
                  ) : (
                    <Button onClick={() => onTranscript(transcriptId)}>{t('attempts.transcript')}</Button>
                  )}
                </div>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
