import type { Feelings } from '../mood.ts';

/** A fixed value, or text with `{slot}`s; `{=slot}` alone gives the slot as a number. */
export type ValueScript = string | number | boolean;

/** One way a function can end well: the event it emits and what it returns. */
export interface Outcome {
  readonly event: string;
  readonly weight: number;
  readonly outputs: Readonly<Record<string, ValueScript>>;
  readonly feel?: Feelings;
  /** Parameters that the result proves: name to value. */
  readonly proves?: Readonly<Record<string, string>>;
  readonly tag?: { readonly name: string; readonly value: string };
}

export interface FunctionScript {
  readonly inputs: Readonly<Record<string, ValueScript>>;
  readonly outcomes: readonly Outcome[];
  /** From and to, in milliseconds. */
  readonly takes: readonly [number, number];
  /** Share of calls that fail or time out. */
  readonly failing: number;
}

const ease: Feelings = { relief: 0.2, anxiety: -0.2, risk: -0.15 };
const letDown: Feelings = { frustration: 0.25, confusion: 0.15, risk: 0.3 };

export const functionScripts = {
  lookupAccount: {
    inputs: { phoneNumber: '{phone}', serviceAddress: '{address}' },
    takes: [500, 2600],
    failing: 0.05,
    outcomes: [
      {
        event: 'AccountFound',
        weight: 84,
        outputs: { accountNumber: '{account}', holder: '{name}', serviceAddress: '{address}', standing: 'active' },
        feel: { risk: -0.1 },
        proves: { accountNumber: '{account}' },
      },
      { event: 'NoAccountMatch', weight: 16, outputs: { matches: 0 }, feel: letDown },
    ],
  },
  lookupOutage: {
    inputs: { accountNumber: '{account}', feeder: '{feeder}' },
    takes: [700, 3400],
    failing: 0.06,
    outcomes: [
      {
        event: 'OutageKnown',
        weight: 62,
        outputs: { outageId: '{outage}', cause: 'storm damage', customersOut: '{=customersOut}', estimate: '{time}' },
        tag: { name: 'Outage', value: '{outage}' },
      },
      { event: 'OutageUnknown', weight: 38, outputs: { outageId: '', customersOut: 0 }, feel: { anxiety: 0.15 } },
    ],
  },
  checkMedicalPriority: {
    inputs: { accountNumber: '{account}' },
    takes: [300, 1200],
    failing: 0.03,
    outcomes: [
      {
        event: 'PriorityFlagged',
        weight: 18,
        outputs: { medicalPriority: true, equipment: 'home oxygen' },
        tag: { name: 'Priority', value: 'Medical' },
        feel: { anxiety: 0.3, risk: 0.5 },
      },
      { event: 'NoMedicalFlag', weight: 82, outputs: { medicalPriority: false } },
    ],
  },
  createOutageTicket: {
    inputs: { accountNumber: '{account}', serviceAddress: '{address}', symptom: 'no power' },
    takes: [600, 2400],
    failing: 0.04,
    outcomes: [
      {
        event: 'TicketCreated',
        weight: 1,
        outputs: { ticket: '{ticket}', crew: '{crew}', estimate: '{time}' },
        feel: ease,
        proves: { ticket: '{ticket}' },
      },
    ],
  },
  subscribeToUpdates: {
    inputs: { phoneNumber: '{phone}', ticket: '{ticket}' },
    takes: [200, 900],
    failing: 0.03,
    outcomes: [{ event: 'UpdatesOn', weight: 1, outputs: { channel: 'sms', subscribed: true }, feel: ease }],
  },
  getInvoice: {
    inputs: { accountNumber: '{account}', period: '{period}' },
    takes: [600, 2800],
    failing: 0.06,
    outcomes: [
      {
        event: 'InvoiceFound',
        weight: 88,
        outputs: {
          invoice: '{invoice}',
          amount: '{=amountValue}',
          dueDate: '{dueIso}',
          previousAmount: '{=lastValue}',
        },
        proves: { invoice: '{invoice}' },
      },
      { event: 'NoInvoiceMatch', weight: 12, outputs: { invoice: '' }, feel: letDown },
    ],
  },
  openBillingReview: {
    inputs: { invoice: '{invoice}', reason: 'amount disputed' },
    takes: [500, 1900],
    failing: 0.05,
    outcomes: [
      {
        event: 'ReviewOpened',
        weight: 1,
        outputs: { review: '{ticket}', answerWithinDays: 10 },
        feel: ease,
        tag: { name: 'Issue', value: 'Disputed charge' },
      },
    ],
  },
  getPaymentOptions: {
    inputs: { accountNumber: '{account}', balance: '{=balanceValue}' },
    takes: [500, 2200],
    failing: 0.05,
    outcomes: [
      {
        event: 'OptionsFound',
        weight: 82,
        outputs: { installments: '{=installments}', each: '{=eachValue}' },
        feel: ease,
      },
      { event: 'NotEligible', weight: 18, outputs: { installments: 0, reason: 'broken arrangement' }, feel: letDown },
    ],
  },
  createPaymentPlan: {
    inputs: { accountNumber: '{account}', installments: '{=installments}', firstPayment: '{dateIso}' },
    takes: [700, 2900],
    failing: 0.06,
    outcomes: [
      {
        event: 'PlanCreated',
        weight: 1,
        outputs: { plan: '{ticket}', each: '{=eachValue}', firstPayment: '{dateIso}' },
        feel: { relief: 0.4, gratitude: 0.2, risk: -0.4 },
        proves: { paymentPlan: '{ticket}' },
      },
    ],
  },
  checkServiceAddress: {
    inputs: { address: '{newAddress}', postalCode: '{postal}' },
    takes: [400, 1800],
    failing: 0.04,
    outcomes: [
      { event: 'AddressServed', weight: 86, outputs: { served: true, meter: '{meter}' } },
      { event: 'AddressNotServed', weight: 14, outputs: { served: false }, feel: letDown },
    ],
  },
  openMoveOrder: {
    inputs: { accountNumber: '{account}', newAddress: '{newAddress}', moveDate: '{dateIso}' },
    takes: [800, 3000],
    failing: 0.05,
    outcomes: [
      {
        event: 'MoveOrdered',
        weight: 1,
        outputs: { order: '{ticket}', activeOn: '{dateIso}', fee: 25 },
        feel: { relief: 0.3, satisfaction: 0.2, risk: -0.2 },
        proves: { moveOrder: '{ticket}' },
      },
    ],
  },
  verifyPatient: {
    inputs: { name: '{name}', phoneNumber: '{phone}' },
    takes: [400, 1900],
    failing: 0.04,
    outcomes: [
      {
        event: 'PatientVerified',
        weight: 87,
        outputs: { patient: '{account}', clinician: '{doctor}' },
        proves: { patientId: '{account}' },
      },
      { event: 'NoPatientMatch', weight: 13, outputs: { matches: 0 }, feel: letDown },
    ],
  },
  searchAvailability: {
    inputs: { clinician: '{doctor}', from: '{dateIso}' },
    takes: [600, 2500],
    failing: 0.05,
    outcomes: [
      { event: 'SlotsFound', weight: 80, outputs: { first: '{dateIso} {time}', alternatives: 3 } },
      {
        event: 'NoSlots',
        weight: 20,
        outputs: { alternatives: 0 },
        feel: { frustration: 0.3, anxiety: 0.1, risk: 0.3 },
      },
    ],
  },
  bookAppointment: {
    inputs: { patient: '{account}', clinician: '{doctor}', at: '{dateIso} {time}' },
    takes: [500, 2100],
    failing: 0.05,
    outcomes: [
      {
        event: 'AppointmentBooked',
        weight: 90,
        outputs: { appointment: '{ticket}', at: '{dateIso} {time}' },
        feel: { relief: 0.35, gratitude: 0.2, risk: -0.3 },
        proves: { appointment: '{ticket}' },
      },
      { event: 'SlotTaken', weight: 10, outputs: { appointment: '' }, feel: { frustration: 0.35, risk: 0.4 } },
    ],
  },
  runLineTest: {
    inputs: { accountNumber: '{account}', modem: '{modem}' },
    takes: [2500, 8000],
    failing: 0.08,
    outcomes: [
      { event: 'LineHealthy', weight: 55, outputs: { signal: 'good', packetLoss: 0.4 } },
      {
        event: 'LineFault',
        weight: 45,
        outputs: { signal: 'poor', packetLoss: 18.5, segment: '{feeder}' },
        feel: { frustration: 0.2, relief: 0.1, risk: 0.2 },
        tag: { name: 'Issue', value: 'Line fault' },
      },
    ],
  },
  restartModem: {
    inputs: { modem: '{modem}' },
    takes: [3000, 9000],
    failing: 0.07,
    outcomes: [
      { event: 'ModemOnline', weight: 1, outputs: { online: true, downstreamMbps: 412 }, feel: { curiosity: 0.2 } },
    ],
  },
  scheduleTechnician: {
    inputs: { accountNumber: '{account}', earliest: '{dateIso}', skill: 'access network' },
    takes: [700, 2800],
    failing: 0.06,
    outcomes: [
      {
        event: 'VisitBooked',
        weight: 86,
        outputs: { visit: '{ticket}', date: '{dateIso}', window: '{window}' },
        feel: ease,
        proves: { visit: '{ticket}' },
      },
      { event: 'NoTechnician', weight: 14, outputs: { visit: '' }, feel: { anger: 0.25, frustration: 0.3, risk: 0.5 } },
    ],
  },
} as const satisfies Record<string, FunctionScript>;

export type FunctionName = keyof typeof functionScripts;

/** The script of a function. */
export function functionScript(name: FunctionName): FunctionScript {
  return functionScripts[name];
}

/** How calls fail, as their error field tells. */
export const failureTexts: readonly string[] = [
  'Timed out after 8000 ms',
  'Upstream answered 503',
  'Connection reset by the records service',
  'Initializers.TimeoutSeconds exceeded',
];
