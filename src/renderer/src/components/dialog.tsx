import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/models/failure.ts';
import { failureOf } from '../bridge/failure.ts';
import { Button } from './button.tsx';
import { ErrorPanel } from './error-panel.tsx';

const ModalDialog = lazy(async () => ({ default: (await import('./overlays.tsx')).ModalDialog }));

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Called by Esc and by a click outside; without it the dialog can only be answered. */
  readonly onClose?: () => void;
  readonly width?: 'narrow' | 'wide';
}

/** A modal dialog; render it while it is open. Focus goes in, stays in and comes back. */
export function Dialog({ title, children, onClose, width = 'narrow' }: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <ModalDialog title={title} width={width} role="dialog" onClose={onClose}>
        {children}
      </ModalDialog>
    </Suspense>
  );
}

/** The row of buttons at a dialog's end; the main one comes last. It stays in sight while what is above it scrolls. */
export function DialogButtons({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div
      data-dialog-buttons
      // As wide as the dialog, so that nothing shows beside or below it while it covers what scrolls.
      className="sticky bottom-0 z-10 -mx-5 mt-2 flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-raised px-5 py-3"
    >
      {children}
    </div>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, to how many, and to what is in progress. */
  readonly children: ReactNode;
  /** A verb that names the effect. */
  readonly action: string;
  readonly look?: 'primary' | 'danger';
  readonly width?: 'narrow' | 'wide';
  /** Does it; the dialog stays with the failure if it throws, and closes otherwise. */
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}

/** Asks before something that matters. */
export function ConfirmDialog({
  title,
  children,
  action,
  look = 'primary',
  width = 'narrow',
  onConfirm,
  onClose,
}: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation('common');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const confirm = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Suspense fallback={null}>
      <ModalDialog title={title} width={width} role="alertdialog" onClose={onClose}>
        <div className="text-fg-2">{children}</div>
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={look} busy={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </DialogButtons>
      </ModalDialog>
    </Suspense>
  );
}
