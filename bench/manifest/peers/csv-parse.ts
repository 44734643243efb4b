// csv-parse reading the file and doing nothing with it: the limit.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const began = performance.now();
let rows = -1;
const parser = createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 20 }).pipe(parse());
parser.on('data', () => {
  rows += 1;
});
parser.on('end', () => process.send?.({ seconds: (performance.now() - began) / 1000, rows }));
process.on('disconnect', () => process.exit());
