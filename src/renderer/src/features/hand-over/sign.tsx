import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { HandOver, KeptHandOver } from '../../../../shared/models/hand-over.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextArea, TextField } from '../../components/fields.tsx';
import { Section } from '../../components/page.tsx';

interface SignProps {
  readonly draft: HandOver;
  readonly onSigned: (signed: KeptHandOver) => void;
}

/** Where the next supervisor signs what is above. */
export function Sign({ draft, onSigned }: SignProps): ReactNode {
  const { t } = useTranslation('handOver');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const sign = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { tenant, id } = draft;
      onSigned(await call((api) => api.handOver.sign({ tenant, draft: id, signedBy: name.trim(), note: note.trim() })));
      announce(t('announced'));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={t('signature')}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !busy) void sign();
        }}
      >
        <TextArea label={t('note')} help={t('noteHelp')} value={note} maxLength={4000} onChange={setNote} />
        <TextField label={t('name')} help={t('nameHelp')} value={name} maxLength={120} onChange={setName} />
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <div className="print:hidden">
          <Button submit look="primary" busy={busy} disabledReason={name.trim() === '' ? t('nameFirst') : undefined}>
            {t('sign')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** Who signed, what they noted, and whether it still is what they signed. */
export function Signature({
  of,
  time,
}: {
  readonly of: KeptHandOver;
  readonly time: (at: number) => string;
}): ReactNode {
  const { t } = useTranslation('handOver');
  const { signedBy: name, signedAt, account, note, unchanged } = of;
  const facts = { name, time: time(signedAt) };
  return (
    <Section title={t('signature')}>
      <p className="font-semibold">
        {account === undefined ? t('signedNoAccount', facts) : t('signed', { ...facts, account })}
      </p>
      {note === '' ? null : <p className="whitespace-pre-wrap select-text">{note}</p>}
      {unchanged ? null : (
        <p role="alert" className="text-danger">
          {t('changed')}
        </p>
      )}
    </Section>
  );
}
