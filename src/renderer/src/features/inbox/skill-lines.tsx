import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkillLine } from '../../../../shared/models/inbox.ts';
import { Section } from '../../components/page.tsx';
import type { InboxParts } from './parts.ts';
import { Since } from './since.tsx';

const CELL = 'border-b border-line px-2 py-1.5';

/** Skill by skill: how many wait, for how long at most, and how many agents could take one. */
export function SkillLines({
  skills,
  skewMs,
  parts,
}: {
  readonly skills: readonly SkillLine[];
  readonly skewMs: number | undefined;
  readonly parts: InboxParts;
}): ReactNode {
  const { t } = useTranslation('inbox');
  return (
    <Section title={t('skills')}>
      {skills.length === 0 ? <p className="text-fg-2">{t('noSkills')}</p> : null}
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-sm text-fg-2">
            <th scope="col" className={`${CELL} text-start`}>
              {t('skill')}
            </th>
            <th scope="col" className={`${CELL} text-end`}>
              {t('waiting')}
            </th>
            <th scope="col" className={`${CELL} text-end`}>
              {t('longest')}
            </th>
            <th scope="col" className={`${CELL} text-end`}>
              {t('free')}
            </th>
          </tr>
        </thead>
        <tbody>
          {skills.map(({ name, waiting = 0, oldestSince, available }) => (
            <tr key={name}>
              <td className={CELL}>{name}</td>
              <td className={`${CELL} text-end ${waiting > 0 ? 'font-semibold text-warn' : ''}`}>{waiting}</td>
              <td className={`${CELL} text-end`}>
                <Since at={oldestSince} skewMs={skewMs} duration={parts.duration} />
              </td>
              <td className={`${CELL} text-end ${available === 0 && waiting > 0 ? 'font-semibold text-danger' : ''}`}>
                {available ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
