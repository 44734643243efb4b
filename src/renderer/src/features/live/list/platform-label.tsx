import { AtSign, CircleDashed, Hash, type LucideIcon, MessageSquare, MonitorSmartphone, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { type KnownWord, knownWord } from '../model/known-words.ts';
import type { LiveWords } from '../model/use-live-words.ts';

const ICONS: Readonly<Record<KnownWord<'platform'>, LucideIcon>> = {
  voice: Phone,
  sms: MessageSquare,
  webchat: MonitorSmartphone,
  email: AtSign,
  slack: Hash,
};

/** The channel's icon; a channel that the console does not know gets a neutral one. */
export function PlatformIcon({ platform }: { readonly platform: string }): ReactNode {
  const known = knownWord('platform', platform);
  const Icon = known === undefined ? CircleDashed : ICONS[known];
  return <Icon className="icon inline-block align-[-3px] text-fg-2" aria-hidden />;
}

interface PlatformLabelProps {
  readonly platform: string;
  readonly words: LiveWords;
}

/** Icon and name of a channel. */
export function PlatformLabel({ platform, words }: PlatformLabelProps): ReactNode {
  return (
    <>
      <PlatformIcon platform={platform} /> {words.platform(platform)}
    </>
  );
}
