import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxAgent, Load } from '../../../../shared/models/inbox.ts';
import { Section } from '../../components/page.tsx';

const TONES: Readonly<Record<string, string>> = {
  available: 'text-ok',
  busy: 'text-warn',
  offline: 'text-fg-3',
  disconnected: 'text-fg-3',
};
const KNOWN = ['available', 'busy', 'offline', 'disconnected'] as const;
const CELL = 'border-b border-line px-2 py-1.5';

/** Who is there, with what load. */
export function AgentList({
  agents,
  me,
}: {
  readonly agents: readonly InboxAgent[];
  readonly me: string | undefined;
}): ReactNode {
  const { t } = useTranslation('inbox');
  const load = ({ load: now, caps }: InboxAgent, kind: keyof Load) =>
    now[kind] === undefined ? '–' : `${now[kind]}/${caps[kind] ?? '–'}`;
  return (
    <Section title={t('agents', { count: agents.filter(({ availability }) => availability === 'available').length })}>
      <div className="max-h-96 overflow-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr className="text-sm text-fg-2">
              <th scope="col" className={`${CELL} text-start`}>
                {t('agent')}
              </th>
              <th scope="col" className={`${CELL} text-start`}>
                {t('availability')}
              </th>
              <th scope="col" className={`${CELL} text-end`}>
                {t('chats')}
              </th>
              <th scope="col" className={`${CELL} text-end`}>
                {t('emails')}
              </th>
            </tr>
          </thead>
          <tbody>
            {agents.map((agent) => (
              <tr key={agent.userId ?? agent.name} title={agent.skills.join(', ')}>
                <td className={`${CELL} ${agent.userId === me ? 'font-semibold' : ''}`}>{agent.name}</td>
                <td className={`${CELL} ${TONES[agent.availability] ?? ''}`}>
                  {KNOWN.some((one) => one === agent.availability)
                    ? t(`states.${KNOWN.find((one) => one === agent.availability) ?? 'offline'}`)
                    : agent.availability}
                </td>
                <td className={`${CELL} text-end`}>{load(agent, 'chats')}</td>
                <td className={`${CELL} text-end`}>{load(agent, 'emails')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
