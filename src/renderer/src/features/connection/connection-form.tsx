import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { InstanceSettings, InstanceView } from '../../../../shared/models/instance.ts';
import { failureOf } from '../../bridge/failure.ts';
import { appInfoQuery, instanceQuery } from '../../bridge/queries.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { AdvancedFields } from './advanced-fields.tsx';
import { InstanceField } from './instance-field.tsx';
import { useInstanceDraft } from './use-instance-draft.ts';

export interface ConnectionFormProps {
  /** What the main button does after the settings are stored. */
  readonly action: string;
  readonly onSaved: (settings: InstanceSettings) => Promise<void> | void;
  /** More buttons beside it. */
  readonly children?: ReactNode;
}

/** Which instance to work with; used when signing in and on the connection page. */
export function ConnectionForm(props: ConnectionFormProps): ReactNode {
  const view = useQuery(instanceQuery);
  if (view.isError) return <ErrorPanel failure={failureOf(view.error)} />;
  if (view.data === undefined) {
    return (
      <Loading>
        <Skeleton className="h-40 w-full" />
      </Loading>
    );
  }
  return <LoadedForm {...props} view={view.data} />;
}

function LoadedForm({
  action,
  onSaved,
  children,
  view,
}: ConnectionFormProps & { readonly view: InstanceView }): ReactNode {
  const { t } = useTranslation('connection');
  const draft = useInstanceDraft(view);
  const demoOffered = useQuery(appInfoQuery).data?.embeddedAvailable === true && !view.locked.includes('embedded');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const finish = async (edits: Partial<InstanceSettings>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSaved(await draft.save(edits));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void finish({});
  };
  const { embedded } = draft.settings;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <StoredProblem view={view} />
      {embedded ? (
        <p className="rounded-md border bg-raised p-3 text-fg-2">{t('demoChosen')}</p>
      ) : (
        <InstanceField draft={draft} locked={view.locked} />
      )}
      {embedded ? null : <AdvancedFields draft={draft} locked={view.locked} />}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" submit busy={busy}>
          {action}
        </Button>
        {embedded ? (
          <Button onClick={() => draft.edit({ embedded: false })}>{t('useOther')}</Button>
        ) : demoOffered ? (
          <Button busy={busy} onClick={() => void finish({ embedded: true })}>
            {t('useDemo')}
          </Button>
        ) : null}
      </div>
      {children === undefined ? null : <div className="-mt-1 flex items-center">{children}</div>}
    </form>
  );
}

function StoredProblem({ view }: { readonly view: InstanceView }): ReactNode {
  const { t } = useTranslation('connection');
  if (view.problem === undefined) return null;
  const key = view.problem.reason === 'managed-invalid' ? 'managedProblem' : 'corruptProblem';
  return (
    <p role="status" className="rounded-md border border-warn px-3 py-2">
      {t(key, { file: view.problem.file })}
    </p>
  );
}
