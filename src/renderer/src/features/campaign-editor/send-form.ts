import type { ActResult } from '../../../../shared/models/act.ts';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { call } from '../../bridge/bridge.ts';
import { changesOfForm, draftOfForm, type Form } from './form.ts';

/** Creates the campaign, or changes what differs from how it was on screen. @throws BridgeFailure */
export function sendForm(
  tenant: string,
  campaign: Campaign | undefined,
  form: Form,
  start: Form,
): Promise<ActResult<Campaign>> {
  if (campaign === undefined) {
    const { schedule, requiredVariables, ...draft } = draftOfForm(form);
    return call((api) =>
      api.campaigns.create({
        tenant,
        draft: { ...draft, schedule: changeable(schedule), requiredVariables: [...requiredVariables] },
      }),
    );
  }
  const { schedule, requiredVariables, ...rest } = changesOfForm(form, start);
  const { id, name, revision } = campaign;
  return call((api) =>
    api.campaigns.update({
      tenant,
      campaign: { id, name },
      // What is compared before it is sent: the revision stands for everything that was on screen.
      base: revision === undefined ? {} : { revision },
      changes: {
        ...rest,
        ...(schedule !== undefined && { schedule: changeable(schedule) }),
        ...(requiredVariables !== undefined && { requiredVariables: [...requiredVariables] }),
      },
    }),
  );
}

/** The contract's arrays are not read-only. */
function changeable({ days, holidays, ...rest }: ReturnType<typeof draftOfForm>['schedule']) {
  return { ...rest, days: [...days], holidays: [...holidays] };
}
