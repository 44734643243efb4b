import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { droppedFile } from '../../../bridge/dropped-file.ts';
import type { Workbench } from '../use-workbench.ts';
import { ChooseFile } from './choose-file.tsx';
import { FileDesk } from './file-desk.tsx';

interface FileStepProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  /** The check was begun. */
  readonly onChecked: () => void;
}

/** Chooses a file, then shows how it is read and what its columns are used for. A file can be dropped anywhere on it. */
export function FileStep({ bench, view, onChecked }: FileStepProps): ReactNode {
  const { t } = useTranslation('manifest');
  const [over, setOver] = useState(false);
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void bench.act((api, which) => api.openDropped({ ...which, file: droppedFile(file) }));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button is the one for everybody
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null || !event.currentTarget.contains(event.relatedTarget as Node)) setOver(false);
      }}
      onDrop={onDrop}
    >
      {view.file === undefined ? (
        <ChooseFile bench={bench} view={view} />
      ) : (
        <FileDesk bench={bench} view={view} file={view.file} onChecked={onChecked} />
      )}
      {over ? (
        <div className="pointer-events-none absolute inset-2 z-20 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-bg/90 text-lg font-semibold">
          {t('choose.drop')}
        </div>
      ) : null}
    </div>
  );
}
