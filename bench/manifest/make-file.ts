import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** What a made file holds, to compare counts with. */
export interface MadeFile {
  readonly rows: number;
  readonly bytes: number;
}

const FIRST = ['Avery', 'Noor', 'Élodie', 'Marc', 'Jia', 'Sasha', 'Priya', 'Owen', 'Zoë', 'Liam', 'Camille', 'Mateo'];
const LAST = ['Tremblay', 'Okafor', "O'Neil", 'Nguyen', 'Lavoie', 'Singh', 'Côté', 'MacDonald', 'Haddad', 'Roy'];
const AREAS = [416, 647, 905, 514, 438, 604, 778, 403, 587, 613, 204, 902, 306, 506, 709, 212, 312, 415, 617, 713];
const ZONES = ['America/Toronto', 'America/Vancouver', 'America/Halifax', 'America/Winnipeg', 'America/Edmonton'];
const STREETS = ['Wellington St', 'rue Saint-Denis', 'Portage Ave', 'Granville St', 'Spring Garden Rd', 'Jasper Ave'];

/**
 * Writes a manifest of North American contacts, the same for the same number of rows: 8 columns, about 105 bytes a row,
 * one row in twenty with quotes and one in a hundred bad (numbers cut short, written by a spreadsheet as 4.16E+09, twice in
 * the file, zones that there are not, formula cells).
 */
export async function makeFile(path: string, rows: number): Promise<MadeFile> {
  const out = createWriteStream(path);
  let seed = 20_261_122;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T;
  let bytes = 0;
  let block = 'phone,externalId,firstName,lastName,timeZone,address,balance,reference\n';
  for (let row = 0; row < rows; row += 1) {
    // Every number once: the exchange and the line count upwards.
    const area = AREAS[row % AREAS.length] ?? 416;
    const line = Math.floor(row / AREAS.length);
    let phone = `+1${area}${200 + (line % 700)}${String(Math.floor(line / 700) * 7 + 1000).padStart(4, '0')}`;
    let zone = pick(ZONES);
    let balance = `${below(900)}.${10 + below(90)}`;
    const bad = row % 100 === 99 ? ((row / 100) % 5) | 0 : -1;
    if (bad === 0) phone = phone.slice(2, 9);
    else if (bad === 1) phone = `${phone[2]}.${phone.slice(3, 9)}E+09`;
    else if (bad === 2) phone = `+1${AREAS[0]}2001000`;
    else if (bad === 3) zone = 'America/Torono';
    else if (bad === 4) balance = '=HYPERLINK("http://example.test")';
    else if (row % 3 === 0) phone = `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`;
    const address = `${1 + below(9999)} ${pick(STREETS)}`;
    const quoted = row % 20 === 0 ? `"${address}, Unit ${below(90)} ""B"""` : address;
    block += `${phone},A-${String(row).padStart(9, '0')},${pick(FIRST)},${pick(LAST)},${zone},${quoted},${balance.includes('"') ? `"${balance.replaceAll('"', '""')}"` : balance},ref-${below(1e9)}\n`;
    if (block.length < 1 << 20) continue;
    bytes += Buffer.byteLength(block);
    if (!out.write(block)) await once(out, 'drain');
    block = '';
  }
  bytes += Buffer.byteLength(block);
  out.end(block);
  await once(out, 'finish');
  return { rows, bytes };
}
