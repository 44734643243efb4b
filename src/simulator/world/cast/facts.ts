import type { Rng } from '../random.ts';
import type { Language } from '../world-port.ts';
import { doctors, firstNames, lastNames, modems, visitReasons } from './names.ts';
import type { TenantProfile } from './tenant-profiles.ts';

/** What fills the `{slot}`s of one conversation's lines and of its function calls. */
export type Facts = Record<string, string>;

const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
} as const;
const months = {
  en: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(','),
  fr: 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(','),
} as const;
const dayMs = 86_400_000;

// Written out rather than left to Intl: the same on every machine, and ten thousand conversations start at once.
function money(cents: number, language: Language): string {
  const whole = String(Math.floor(cents / 100));
  const rest = String(cents % 100).padStart(2, '0');
  return language === 'fr' ? `${whole},${rest} $` : `$${whole}.${rest}`;
}

interface Day {
  readonly iso: string;
  readonly en: string;
  readonly fr: string;
}
// Appointments and due dates of all conversations fall on the same few weeks: each day is written out once.
const days = new Map<number, Day>();
const daysKept = 400;

function dayOf(at: number): Day {
  const number = Math.floor(at / dayMs);
  const known = days.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * dayMs);
  const [weekday, month, inMonth] = [date.getUTCDay(), date.getUTCMonth(), date.getUTCDate()];
  const written = {
    iso: date.toISOString().slice(0, 10),
    en: `${weekdays.en[weekday] ?? ''}, ${months.en[month] ?? ''} ${inMonth}`,
    fr: `${weekdays.fr[weekday] ?? ''} ${inMonth} ${months.fr[month] ?? ''}`,
  };
  if (days.size >= daysKept) days.clear();
  days.set(number, written);
  return written;
}

function digits(rng: Rng, count: number): string {
  return String(rng.int(0, 10 ** count - 1)).padStart(count, '0');
}

/** Invents a customer and the particulars of their matter. Numbers lie in the 555-01xx range kept for fiction. */
export function inventFacts(rng: Rng, profile: TenantProfile, language: Language, at: number): Facts {
  const first = rng.pick(firstNames[language]);
  const last = rng.pick(lastNames[language]);
  const street = rng.pick(profile.streets);
  const town = rng.pick(profile.towns);
  const amount = rng.int(4_200, 48_900);
  const lastAmount = Math.round(amount * rng.between(0.45, 0.85));
  const balance = rng.int(18_000, 96_000);
  const installments = rng.int(3, 6);
  const each = Math.ceil(balance / installments);
  const ahead = rng.int(2, 12);
  const date = dayOf(at + ahead * dayMs);
  const altDate = dayOf(at + (ahead + rng.int(1, 6)) * dayMs);
  const due = dayOf(at + rng.int(-6, 9) * dayMs);
  const hour = rng.int(8, 17);
  const minute = rng.pick(['00', '15', '30', '45']);
  const account = `8${digits(rng, 7)}`;
  const from = rng.pick([8, 10, 13, 15]);
  const areaCode = rng.pick(profile.areaCodes);
  const lineNumber = digits(rng, 2);
  const month = months[language][new Date(at - 30 * dayMs).getUTCMonth()] ?? '';
  const letter = rng.pick(profile.postalLetters);
  return {
    first,
    name: `${first} ${last}`,
    phone: `+1${areaCode}55501${lineNumber}`,
    phoneSaid: `${areaCode} 555-01${lineNumber}`,
    street,
    town,
    address: `${rng.int(3, 2400)} ${street}`,
    newAddress: `${rng.int(3, 900)} ${rng.pick(profile.streets)}`,
    postal: `${letter}${rng.int(1, 9)}${rng.pick(['A', 'C', 'H', 'K', 'P', 'X'])} ${rng.int(1, 9)}${rng.pick(['B', 'G', 'L', 'R', 'Z'])}${rng.int(0, 9)}`,
    account,
    tail: account.slice(-4),
    meter: `M${digits(rng, 6)}`,
    feeder: `F-${rng.int(11, 89)}${rng.pick(['A', 'B', 'C'])}`,
    outage: `OUT-${digits(rng, 5)}`,
    crew: String(rng.int(4, 38)),
    customersOut: String(rng.int(40, 2900)),
    ticket: `${rng.pick(['REF', 'SR', 'TK'])}-${digits(rng, 6)}`,
    invoice: `INV-${digits(rng, 6)}`,
    period: month,
    // French elides before a vowel: d'avril, d'août, d'octobre.
    ofPeriod: /^[ao]/.test(month) ? `d'${month}` : `de ${month}`,
    amount: money(amount, language),
    amountValue: String(amount / 100),
    lastAmount: money(lastAmount, language),
    lastValue: String(lastAmount / 100),
    balance: money(balance, language),
    balanceValue: String(balance / 100),
    installments: String(installments),
    each: money(each, language),
    eachValue: String(each / 100),
    date: date[language],
    dateIso: date.iso,
    altDate: altDate[language],
    due: due[language],
    dueIso: due.iso,
    time: language === 'fr' ? `${hour} h ${minute}` : `${((hour + 11) % 12) + 1}:${minute} ${hour < 12 ? 'am' : 'pm'}`,
    window: language === 'fr' ? `${from} h à ${from + 3} h` : `${((from + 11) % 12) + 1} to ${((from + 14) % 12) + 1}`,
    minutes: String(rng.int(12, 55)),
    doctor: rng.pick(doctors[language]),
    reason: rng.pick(visitReasons[language]),
    modem: rng.pick(modems),
    company: profile.info.name,
    agent: profile.agent,
  };
}
