import type { Flow } from '../world-port.ts';
import { appointmentBooking } from './appointment-booking.ts';
import { appointmentReminder } from './appointment-reminder.ts';
import { billingInquiry } from './billing-inquiry.ts';
import { commonArrows, type FlowScript, handedBackArrow, handoffState, wrapUpState } from './flow-script.ts';
import { internetSupport } from './internet-support.ts';
import { moveIn } from './move-in.ts';
import { outageReport } from './outage-report.ts';
import { paymentPlan } from './payment-plan.ts';
import { paymentReminder } from './payment-reminder.ts';
import { serviceNotice } from './service-notice.ts';

export const flowScripts = {
  outageReport,
  billingInquiry,
  moveIn,
  paymentPlan,
  internetSupport,
  appointmentBooking,
  appointmentReminder,
  paymentReminder,
  serviceNotice,
} as const satisfies Record<string, FlowScript>;

export type FlowKey = keyof typeof flowScripts;

/** The flow as the API lists it: every state and every transition that can ever happen, the common ones included. */
export function flowGraph(script: FlowScript): Flow {
  const transitions = script.states.flatMap((state) =>
    [...state.arrows, ...commonArrows].map(({ event, to }) => ({ from: state.name, event, to })),
  );
  const { event, to } = handedBackArrow;
  return {
    id: script.id,
    name: script.name,
    version: script.version,
    initialState: script.states[0]?.name ?? wrapUpState,
    states: [...script.states.map(({ name }) => ({ name })), { name: handoffState }, { name: wrapUpState }],
    transitions: [...transitions, { from: handoffState, event, to }],
  };
}
