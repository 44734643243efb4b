import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchLink } from '../../../../../shared/models/deep-link.ts';
import type { SavedSearch } from '../../../../../shared/models/saved-search.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce, say } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/fields.tsx';
import { MenuButton, type MenuEntry } from '../../../components/menu.tsx';
import { recentSearches } from './recent-searches.ts';

interface SearchMenuProps {
  readonly tenant: string;
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

/** Searches that were given a name, and the latest ones. */
export function SearchMenu({ tenant, text, onSearch }: SearchMenuProps): ReactNode {
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const key = ['archive-searches', tenant];
  const saved = useQuery({ queryKey: key, queryFn: () => call((api) => api.archive.searches({ tenant })) });
  const [naming, setNaming] = useState(false);
  const searches = saved.data ?? [];
  const save = (next: readonly SavedSearch[], done: string) =>
    call((api) => api.archive.saveSearches({ tenant, searches: [...next] }))
      .then(() => client.invalidateQueries({ queryKey: key }))
      .then(() => announce(done))
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  const copyLink = () =>
    void call((api) => api.app.copyText({ text: searchLink({ tenant, search: text }) }))
      .then(() => say(t('linkCopied')))
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  const current = searches.find((one) => one.text === text);
  const entries: readonly MenuEntry[] = [
    ...searches.map((one) => ({
      id: `s-${one.name}`,
      label: one.name,
      note: one.text,
      section: t('saved'),
      onAction: () => onSearch(one.text),
    })),
    ...recentSearches(client, tenant)
      .filter((one) => searches.every((kept) => kept.text !== one))
      .map((one) => ({ id: `r-${one}`, label: one, section: t('recent'), onAction: () => onSearch(one) })),
    { id: 'link', label: t('copySearchLink'), onAction: copyLink },
    ...(current === undefined
      ? [{ id: 'save', label: t('saveSearch'), onAction: () => setNaming(true) }]
      : [
          {
            id: 'forget',
            label: t('forgetSearch', { name: current.name }),
            onAction: () =>
              void save(
                searches.filter((one) => one !== current),
                t('searchForgotten'),
              ),
          },
        ]),
  ];
  return (
    <>
      <MenuButton label={t('searches')} entries={entries}>
        <Bookmark className="icon" aria-hidden />
        {t('searches')}
      </MenuButton>
      {naming ? (
        <NameDialog
          text={text}
          onClose={() => setNaming(false)}
          onSave={(name) =>
            void save([...searches.filter((one) => one.name !== name), { name, text }], t('searchSaved'))
          }
        />
      ) : null}
    </>
  );
}

function NameDialog(props: {
  readonly text: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [name, setName] = useState('');
  return (
    <Dialog title={t('saveSearch')} onClose={props.onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          props.onSave(name.trim());
          props.onClose();
        }}
      >
        <p className="font-mono text-sm break-words text-fg-2">{props.text === '' ? t('everything') : props.text}</p>
        <TextField label={t('searchName')} value={name} onChange={setName} maxLength={80} autoFocus />
        <DialogButtons>
          <Button onClick={props.onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit disabledReason={name.trim() === '' ? t('nameNeeded') : undefined}>
            {t('saveSearch')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
