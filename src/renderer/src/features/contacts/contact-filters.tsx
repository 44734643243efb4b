import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactFilter } from '../../../../shared/models/campaign-contact.ts';
import { Button } from '../../components/button.tsx';
import { DISPOSITIONS } from '../../components/disposition-words.ts';
import { Select, TextField } from '../../components/fields.tsx';
import { CONTACT_STATES, useContactWords } from './contact-words.tsx';

interface ContactFiltersProps {
  readonly filter: ContactFilter;
  readonly onChange: (filter: ContactFilter) => void;
}

const set = (filter: ContactFilter, key: keyof ContactFilter, value: string): ContactFilter => {
  const { [key]: _, ...rest } = filter;
  return value === '' ? rest : { ...rest, [key]: value };
};

/** Narrows the contacts at the instance: by state, by how the last call ended, by zone, by a part of number or name. */
export function ContactFilters({ filter, onChange }: ContactFiltersProps): ReactNode {
  const { t } = useTranslation('contacts');
  const words = useContactWords();
  const [text, setText] = useState(filter.text ?? '');
  const [zone, setZone] = useState(filter.zone ?? '');
  const any = { value: '', label: t('filter.any') };
  return (
    <form
      className="flex flex-wrap items-end gap-3 px-4 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(set(set(filter, 'text', text.trim()), 'zone', zone.trim()));
      }}
    >
      <div className="w-56">
        <TextField label={t('filter.text')} type="search" value={text} onChange={setText} maxLength={200} />
      </div>
      <div className="w-44">
        <Select
          label={t('filter.state')}
          value={filter.state ?? ''}
          onChange={(value) => onChange(set(filter, 'state', value))}
          options={[any, ...CONTACT_STATES.map((value) => ({ value: value as string, label: words.state(value) }))]}
        />
      </div>
      <div className="w-52">
        <Select
          label={t('filter.disposition')}
          value={filter.disposition ?? ''}
          onChange={(value) => onChange(set(filter, 'disposition', value))}
          options={[any, ...DISPOSITIONS.map((value) => ({ value: value as string, label: words.disposition(value) }))]}
        />
      </div>
      <div className="w-44">
        <TextField
          label={t('filter.zone')}
          value={zone}
          onChange={setZone}
          placeholder="America/Toronto"
          maxLength={80}
        />
      </div>
      <Button submit>{t('filter.find')}</Button>
    </form>
  );
}
