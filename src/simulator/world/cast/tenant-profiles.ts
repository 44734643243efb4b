import type { FlowKey } from '../flows/all-flows.ts';
import type { Direction, Environment, InternalContact, Platform, TenantInfo } from '../world-port.ts';

/** A point of contact: one channel bound to one flow. Outbound ones are the numbers the tenant calls or writes from. */
export interface PointOfContact {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly direction: Direction;
  readonly flow: FlowKey;
  /** How much of the tenant's traffic comes through it. */
  readonly weight: number;
  readonly environment: Environment;
}

export interface TenantProfile {
  readonly info: TenantInfo;
  /** Share of all conversations in progress. */
  readonly share: number;
  /** Finished conversations it starts out with. */
  readonly archived: number;
  /** Share of customers who speak French. */
  readonly french: number;
  readonly agent: string;
  readonly areaCodes: readonly string[];
  readonly postalLetters: readonly string[];
  readonly towns: readonly string[];
  readonly streets: readonly string[];
  readonly pointsOfContact: readonly PointOfContact[];
  readonly internalContacts: readonly InternalContact[];
  /** Parameters that identify a customer: they thread the contact's history. */
  readonly journeyParameters: readonly string[];
  /** Skills that colleagues are given in turn. */
  readonly skills: readonly string[];
  /** Area codes of its customers: its own region and the ones around it. */
  readonly customerAreas: readonly string[];
  /** Outbound calls that its campaigns may have at once, together. */
  readonly outboundLines: number;
  /** What a minute of an answered call costs, in dollars; undefined where the platform does not tell. */
  readonly minutePrice: number | undefined;
}

function poc(
  id: string,
  name: string,
  platform: Platform,
  flow: FlowKey,
  weight: number,
  direction: Direction = 'inbound',
  environment: Environment = 'production',
): PointOfContact {
  return { id, name, platform, flow, weight, direction, environment };
}

const northwind: TenantProfile = {
  info: {
    slug: 'northwind-utilities',
    name: 'Northwind Utilities',
    timeZone: 'America/Toronto',
    region: 'ca-central',
    environment: 'production',
  },
  share: 0.6,
  archived: 320,
  french: 0.12,
  agent: 'Nova',
  areaCodes: ['416', '647', '905', '613'],
  postalLetters: ['M', 'L', 'K'],
  towns: ['Etobicoke', 'Whitby', 'Kingston', 'Oakville', 'Nepean', 'Barrie'],
  streets: ['Dundas Street', 'Maple Crescent', 'Lakeshore Road', 'Birchmount Road', 'King Street', 'Elgin Avenue'],
  pointsOfContact: [
    poc('poc-101', 'Outage line', 'voice', 'outageReport', 22),
    poc('poc-102', 'Outage by text', 'sms', 'outageReport', 10),
    poc('poc-103', 'Website: outages', 'webchat', 'outageReport', 12),
    poc('poc-104', 'Billing line', 'voice', 'billingInquiry', 12),
    poc('poc-105', 'Website: my account', 'webchat', 'billingInquiry', 14),
    poc('poc-106', 'billing@northwind.example', 'email', 'billingInquiry', 7),
    poc('poc-107', 'Moving desk', 'webchat', 'moveIn', 6),
    poc('poc-108', 'moving@northwind.example', 'email', 'moveIn', 3),
    poc('poc-109', 'Arrangements line', 'voice', 'paymentPlan', 6),
    poc('poc-110', 'Property managers', 'slack', 'outageReport', 4),
    poc('poc-111', 'Reminder calls', 'voice', 'paymentReminder', 10, 'outbound'),
    poc('poc-112', 'Reminder texts', 'sms', 'paymentReminder', 7, 'outbound'),
    poc('poc-113', 'Planned work calls', 'voice', 'serviceNotice', 5, 'outbound'),
    poc('poc-114', 'Widget sandbox', 'webchat', 'billingInquiry', 2, 'inbound', 'internal-testing'),
  ],
  internalContacts: [
    { id: 'ic-11', name: 'Control Room', phoneNumber: '+14165550111' },
    { id: 'ic-12', name: 'Billing Tier 2', phoneNumber: '+14165550112' },
    { id: 'ic-13', name: 'Collections', phoneNumber: '+14165550113' },
    { id: 'ic-14', name: 'Key Accounts', phoneNumber: '+14165550114' },
    { id: 'ic-15', name: 'Ombudsman', phoneNumber: '+14165550115' },
  ],
  journeyParameters: ['accountNumber'],
  skills: ['Outages', 'Billing', 'Collections', 'Customer Assistance', 'French'],
  customerAreas: '416 647 437 905 289 365 519 226 613 343 705 807'.split(' '),
  outboundLines: 24,
  minutePrice: 0.021,
};

const maritime: TenantProfile = {
  info: {
    slug: 'maritime-telecom',
    name: 'Maritime Telecom',
    timeZone: 'America/Halifax',
    region: 'ca-east',
    environment: 'production',
  },
  share: 0.28,
  archived: 220,
  french: 0.42,
  agent: 'Marina',
  areaCodes: ['902', '506', '782'],
  postalLetters: ['B', 'E', 'C'],
  towns: ['Dartmouth', 'Moncton', 'Dieppe', 'Charlottetown', 'Bathurst', 'Truro'],
  streets: [
    'Barrington Street',
    'rue Champlain',
    'Mountain Road',
    'Spring Garden Road',
    'chemin du Moulin',
    'Main Street',
  ],
  pointsOfContact: [
    poc('poc-201', 'Technical support', 'voice', 'internetSupport', 22),
    poc('poc-202', 'Website: help', 'webchat', 'internetSupport', 18),
    poc('poc-203', 'Support by text', 'sms', 'internetSupport', 8),
    poc('poc-204', 'Facturation / Billing', 'voice', 'billingInquiry', 12),
    poc('poc-205', 'facturation@maritime.example', 'email', 'billingInquiry', 8),
    poc('poc-206', 'Moves', 'webchat', 'moveIn', 8),
    poc('poc-207', 'Dealers', 'slack', 'internetSupport', 5),
    poc('poc-208', 'Late accounts', 'sms', 'paymentReminder', 8, 'outbound'),
    poc('poc-209', 'Late account calls', 'voice', 'paymentReminder', 7, 'outbound'),
    poc('poc-210', 'Network notices', 'email', 'serviceNotice', 4, 'outbound'),
    poc('poc-211', 'Test line', 'voice', 'internetSupport', 2, 'inbound', 'internal-testing'),
  ],
  internalContacts: [
    { id: 'ic-21', name: 'Network Operations', phoneNumber: '+19025550121' },
    { id: 'ic-22', name: 'Service à la clientèle', phoneNumber: '+15065550122' },
    { id: 'ic-23', name: 'Retention', phoneNumber: '+19025550123' },
    { id: 'ic-24', name: 'Field Dispatch', phoneNumber: '+19025550124' },
  ],
  journeyParameters: ['accountNumber'],
  skills: ['Technical Support', 'Billing', 'French', 'Customer Assistance'],
  customerAreas: '902 782 506 428 709 418'.split(' '),
  outboundLines: 14,
  minutePrice: 0.019,
};

const clinic: TenantProfile = {
  info: {
    slug: 'pacific-clinic',
    name: 'Pacific Clinic',
    timeZone: 'America/Vancouver',
    region: 'ca-west',
    environment: 'production',
  },
  share: 0.12,
  archived: 140,
  french: 0.05,
  agent: 'Juniper',
  areaCodes: ['604', '778', '236'],
  postalLetters: ['V'],
  towns: ['Burnaby', 'Kitsilano', 'New Westminster', 'Richmond'],
  streets: ['Cambie Street', 'Arbutus Street', 'Fraser Street', 'Commercial Drive', 'Hastings Street'],
  pointsOfContact: [
    poc('poc-301', 'Front desk', 'voice', 'appointmentBooking', 26),
    poc('poc-302', 'Website: book', 'webchat', 'appointmentBooking', 22),
    poc('poc-303', 'Text us', 'sms', 'appointmentBooking', 12),
    poc('poc-304', 'accounts@pacific.example', 'email', 'billingInquiry', 8),
    poc('poc-305', 'Partner clinics', 'slack', 'appointmentBooking', 5),
    poc('poc-306', 'Reminder calls', 'voice', 'appointmentReminder', 14, 'outbound'),
    poc('poc-307', 'Reminder texts', 'sms', 'appointmentReminder', 13, 'outbound'),
  ],
  internalContacts: [
    { id: 'ic-31', name: 'Nurse Line', phoneNumber: '+16045550131' },
    { id: 'ic-32', name: 'Billing Office', phoneNumber: '+16045550132' },
    { id: 'ic-33', name: 'Clinic Manager', phoneNumber: '+16045550133' },
  ],
  journeyParameters: ['accountNumber'],
  skills: ['Front Desk', 'Billing', 'Customer Assistance', 'French'],
  customerAreas: '604 778 236 250 403'.split(' '),
  outboundLines: 8,
  minutePrice: undefined,
};

/** The tenants of the demo instance, the biggest first. */
export const tenantProfiles: readonly TenantProfile[] = [northwind, maritime, clinic];
