import type { FunctionName } from '../flows/functions.ts';
import type { Platform } from '../world-port.ts';

/** Something outside of the platform that conversations depend on. */
export interface Integration {
  readonly id: string;
  readonly name: string;
  /** Functions that ask it. */
  readonly functions: readonly FunctionName[];
  /** Channels that go through it. */
  readonly channels: readonly Platform[];
}

export const integrations: readonly Integration[] = [
  {
    id: 'customer-records',
    name: 'Customer records',
    functions: ['lookupAccount', 'verifyPatient', 'checkServiceAddress', 'openMoveOrder', 'checkMedicalPriority'],
    channels: [],
  },
  {
    id: 'billing',
    name: 'Billing',
    functions: ['getInvoice', 'openBillingReview', 'getPaymentOptions', 'createPaymentPlan'],
    channels: [],
  },
  {
    id: 'outage-map',
    name: 'Outage map',
    functions: ['lookupOutage', 'createOutageTicket', 'subscribeToUpdates'],
    channels: [],
  },
  {
    id: 'scheduling',
    name: 'Scheduling',
    functions: ['searchAvailability', 'bookAppointment', 'scheduleTechnician'],
    channels: [],
  },
  { id: 'network-tools', name: 'Network tools', functions: ['runLineTest', 'restartModem'], channels: [] },
  { id: 'email', name: 'Email · Microsoft Graph', functions: [], channels: ['email'] },
  { id: 'slack', name: 'Slack', functions: [], channels: ['slack'] },
  { id: 'documents', name: 'Knowledge source', functions: [], channels: [] },
];
