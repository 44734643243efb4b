import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOLD_MS } from '../../../../../shared/models/hold.ts';
import type { InternalContact } from '../../../../../shared/models/transcript.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { internalContactsQuery } from '../../../bridge/queries.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { MAX_TEXT } from '../model/limits.ts';

interface TransferDialogProps {
  readonly tenant: string;
  readonly contactShown: string;
  readonly onTransfer: (internalContactId: string, note: string) => void;
  readonly onClose: () => void;
}

/** Chooses the internal contact that gets the conversation; says what will happen. */
export function TransferDialog({ tenant, contactShown, onTransfer, onClose }: TransferDialogProps): ReactNode {
  const { t } = useTranslation('live');
  const contacts = useQuery(internalContactsQuery(tenant));
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<InternalContact>();
  const [note, setNote] = useState('');
  const found = (contacts.data ?? []).filter((contact) => matches(contact, text));
  return (
    <Dialog title={t('transfer.title')} onClose={onClose}>
      <p className="text-fg-2">{t('transfer.means', { contact: contactShown, seconds: HOLD_MS / 1000 })}</p>
      <TextField label={t('transfer.find')} value={text} onChange={setText} autoFocus />
      {contacts.isPending ? (
        <Loading>
          <Skeleton className="h-32 w-full" />
        </Loading>
      ) : null}
      {contacts.error === null ? null : <ErrorPanel failure={failureOf(contacts.error)} />}
      {contacts.data === undefined ? null : (
        <ContactList contacts={found} chosen={chosen} onChoose={setChosen} none={contacts.data.length === 0} />
      )}
      <TextArea label={t('transfer.note')} value={note} onChange={setNote} rows={2} maxLength={MAX_TEXT} spellCheck />
      <DialogButtons>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          look="primary"
          disabledReason={chosen === undefined ? t('transfer.choose') : undefined}
          onClick={() => {
            if (chosen !== undefined) onTransfer(chosen.id, note);
          }}
        >
          {chosen === undefined ? t('transfer.action') : t('transfer.actionTo', { name: chosen.name })}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function matches(contact: InternalContact, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return `${contact.name} ${contact.phoneNumber ?? ''}`.toLowerCase().includes(wanted);
}

function ContactList(props: {
  readonly contacts: readonly InternalContact[];
  readonly chosen: InternalContact | undefined;
  readonly onChoose: (contact: InternalContact) => void;
  readonly none: boolean;
}): ReactNode {
  const { t } = useTranslation('live');
  const name = useId();
  if (props.contacts.length === 0)
    return <p className="text-fg-2">{t(props.none ? 'transfer.none' : 'transfer.noMatch')}</p>;
  return (
    <fieldset className="max-h-56 overflow-auto rounded-md border border-line">
      <legend className="sr-only">{t('transfer.contacts')}</legend>
      {props.contacts.map((contact) => (
        <label key={contact.id} className="flex items-center gap-2 px-3 py-1.5 hover:bg-hover has-checked:bg-selected">
          <input
            type="radio"
            name={name}
            checked={props.chosen?.id === contact.id}
            onChange={() => props.onChoose(contact)}
            className="accent-accent"
          />
          <span className="min-w-0 flex-1 truncate">{contact.name}</span>
          <span className="font-mono text-sm text-fg-2">{contact.phoneNumber}</span>
        </label>
      ))}
    </fieldset>
  );
}
