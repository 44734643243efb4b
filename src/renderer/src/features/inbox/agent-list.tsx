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
const KINDS = ['chats', 'emails', 'voice'] as const satisfies readonly (keyof Load)[];
const CELL = 'border-b border-line px-1.5 py-1.5';

/** Who is there, for what, with what load; those who could be given something first. */
export function AgentList({
  agents,
  me,
}: {
  readonly agents: readonly InboxAgent[];
  readonly me: string | undefined;
}): ReactNode {
  const { t } = useTranslation('inbox');
  const available = agents.filter(({ availability }) => availability === 'available');
  const ordered = [...available, ...agents.filter(({ availability }) => availability !== 'available')];
  return (
    <Section title={t('agents', { count: available.length })}>
      {agents.length === 0 ? <p className="text-fg-2">{t('noAgents')}</p> : null}
      {agents.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="max-h-96 overflow-auto" aria-label={t('agentList')} tabIndex={0}>
          <table className="w-full border-collapse">
            <thead>
              <tr className="text-sm text-fg-2">
                <th scope="col" className={`${CELL} text-start`}>
                  {t('agent')}
                </th>
                <th scope="col" className={`${CELL} text-start`}>
                  {t('availability')}
                </th>
                {KINDS.map((kind) => (
                  <th key={kind} scope="col" className={`${CELL} text-end`}>
                    {t(kind)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ordered.map((agent) => (
                <AgentRow key={agent.userId ?? agent.name} agent={agent} isMe={agent.userId === me} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

function AgentRow({ agent, isMe }: { readonly agent: InboxAgent; readonly isMe: boolean }): ReactNode {
  const { t } = useTranslation('inbox');
  const { availability, load, caps, skills, name } = agent;
  const known = KNOWN.find((one) => one === availability);
  const of = (kind: keyof Load) => (load[kind] === undefined ? '–' : `${load[kind]}/${caps[kind] ?? '–'}`);
  return (
    <tr className="align-top">
      <td className={`${CELL} max-w-0 min-w-24`}>
        <span className={isMe ? 'font-semibold' : ''}>{isMe ? t('you', { name }) : name}</span>
        <span className="block truncate text-sm text-fg-3" title={skills.join(', ')}>
          {skills.join(', ')}
        </span>
      </td>
      <td className={`${CELL} whitespace-nowrap ${TONES[availability] ?? ''}`}>
        {known === undefined ? availability : t(`states.${known}`)}
      </td>
      {KINDS.map((kind) => (
        <td key={kind} className={`${CELL} text-end tabular-nums`}>
          {of(kind)}
        </td>
      ))}
    </tr>
  );
}
