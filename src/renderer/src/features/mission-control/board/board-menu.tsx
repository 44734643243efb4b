import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BOARD_ROLES, type BoardRole } from '../../../../../shared/models/board.ts';
import { call } from '../../../bridge/bridge.ts';
import { announce } from '../../../components/announcer.tsx';
import { MenuButton } from '../../../components/menu.tsx';
import type { MenuEntry } from '../../../components/menu-entry.ts';
import { displaysQuery, wallLayoutOf } from '../../../lib/walls.ts';
import type { MissionControlProps } from '../mission-props.ts';
import type { BoardControl } from '../model/use-board.ts';
import { useTellProblem } from '../problem.ts';

interface BoardMenuProps extends Pick<MissionControlProps, 'tenant' | 'beside'> {
  readonly role: BoardRole;
  readonly onRole: (role: BoardRole) => void;
  readonly control: BoardControl;
  readonly onEdit: () => void;
}

/** What can be done with the board: whose it is, its tiles, files, another tenant beside. */
export function BoardMenu({ tenant, beside, role, onRole, control, onEdit }: BoardMenuProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const file = useRef<HTMLInputElement>(null);
  const tell = useTellProblem();
  const { board, change, reset, undo } = control;

  const exportBoard = () => {
    if (board === undefined) return;
    const suggestedName = `mission-control-${tenant.slug}-${role}.json`;
    call((api) => api.app.saveText({ suggestedName, text: `${JSON.stringify(board, undefined, 2)}\n` })).catch(tell);
  };
  const savePdf = () => {
    const suggestedName = `mission-control-${tenant.slug}-${role}.pdf`;
    call((api) => api.app.savePdf({ suggestedName, landscape: true })).catch(tell);
  };
  const importBoard = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    try {
      const text = await chosen.text();
      const read = await call((api) => api.telemetry.readBoard({ text }));
      change(() => read);
      announce(t('boardImported', { name: read.name }));
    } catch (thrown) {
      tell(thrown);
    }
  };
  const displays = useQuery(displaysQuery).data ?? [];
  /** The display's wall with this board, beside those it turned through before. */
  const showOn = async (display: string) => {
    const layout = await wallLayoutOf(tenant.slug, display);
    const boards = layout.shows === 'boards' && !layout.boards.includes(role) ? [...layout.boards, role] : [role];
    const next = { ...layout, shows: 'boards' as const, boards };
    await call((api) => api.windows.setWall({ tenant: tenant.slug, display, layout: next }));
    await call((api) => api.windows.openWall({ tenant: tenant.slug, display }));
  };
  const entries: readonly MenuEntry[] = [
    ...BOARD_ROLES.map((each) => ({
      id: `role:${each}`,
      section: t('boardOf'),
      label: t(`role.${each}`),
      onAction: () => onRole(each),
    })),
    { id: 'edit', section: ' ', label: t('editBoard'), onAction: onEdit },
    {
      id: 'undo',
      section: ' ',
      label: t('undoChange'),
      disabled: undo === undefined,
      onAction: () => undo?.(),
    },
    { id: 'reset', section: ' ', label: t('resetBoard'), onAction: reset },
    { id: 'export', section: ' ', label: t('exportBoard'), onAction: exportBoard },
    { id: 'pdf', section: ' ', label: t('boardPdf'), onAction: savePdf },
    { id: 'import', section: ' ', label: t('importBoard'), onAction: () => file.current?.click() },
    ...displays.map((display, at) => ({
      id: `wall:${display.id}`,
      section: t('wall.section'),
      label: t('wall.show', { display: display.label || t('wall.display', { number: at + 1 }) }),
      onAction: () => void showOn(display.id).catch(tell),
    })),
    ...beside.others.map(({ slug, name }) => ({
      id: `beside:${slug}`,
      section: t('beside'),
      label: name,
      onAction: () => beside.show(slug),
    })),
  ];
  return (
    <>
      <MenuButton label={t('board')} entries={entries} align="end">
        {t('board')} · {t(`role.${role}`)}
        <ChevronDown className="size-3.5" aria-hidden />
      </MenuButton>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('importBoard')}
        onChange={(event) => {
          void importBoard(event.target.files?.[0]);
          // The same file chosen again is another choice.
          event.target.value = '';
        }}
      />
    </>
  );
}
