import { useNavigate } from '@tanstack/react-router';
import { LogOut, PlugZap, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../actions/offered.ts';
import { MenuButton } from '../components/menu.tsx';
import { useSignedIn } from './session-context.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

/** Two letters for a name: "Alex Roy" is AR. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '?')][0] ?? '?')
    .join('')
    .toLocaleUpperCase();
}

/** Who is signed in, and the ways out. */
export function AccountMenu(): ReactNode {
  const { t } = useTranslation('shell');
  const { user, instanceName } = useSignedIn();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  useActions(() => [
    {
      id: 'session:out',
      label: t('signOut'),
      group: 'console',
      keywords: ['logout', 'quitter'],
      run: () => setLeaving(true),
    },
  ]);
  return (
    <>
      <MenuButton
        label={`${t('account')}: ${user.name}`}
        iconOnly
        align="end"
        className="w-7 shrink-0 justify-center rounded-full! px-0! text-xs font-semibold"
        header={
          <div className="border-b px-2 pt-1 pb-2">
            <div className="font-semibold">{user.name}</div>
            {user.email === undefined ? null : <div className="text-sm text-fg-2">{user.email}</div>}
            <div className="text-sm text-fg-3">{instanceName}</div>
          </div>
        }
        entries={[
          {
            id: 'preferences',
            label: t('preferences'),
            icon: <SlidersHorizontal className="icon" aria-hidden />,
            onAction: () => void navigate({ to: '/preferences' }),
          },
          {
            id: 'connection',
            label: t('connection'),
            icon: <PlugZap className="icon" aria-hidden />,
            onAction: () => void navigate({ to: '/connection' }),
          },
          {
            id: 'out',
            label: t('signOut'),
            icon: <LogOut className="icon" aria-hidden />,
            section: ' ',
            onAction: () => setLeaving(true),
          },
        ]}
      >
        {initials(user.name)}
      </MenuButton>
      {leaving ? <SignOutDialog onClose={() => setLeaving(false)} /> : null}
    </>
  );
}
