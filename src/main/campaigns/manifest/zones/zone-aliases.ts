type ByCountry = Readonly<Record<string, string>>;

const eastern: ByCountry = { CA: 'America/Toronto', '*': 'America/New_York' };
const central: ByCountry = { CA: 'America/Winnipeg', '*': 'America/Chicago' };
const mountain: ByCountry = { CA: 'America/Edmonton', '*': 'America/Denver' };
const pacific: ByCountry = { CA: 'America/Vancouver', '*': 'America/Los_Angeles' };
const atlantic: ByCountry = { '*': 'America/Halifax' };
const newfoundland: ByCountry = { '*': 'America/St_Johns' };
const london: ByCountry = { '*': 'Europe/London' };
const paris: ByCountry = { '*': 'Europe/Paris' };

/**
 * What people and Windows call zones, in small letters and without `time`, `standard time` or `daylight time`; by the country
 * that numbers without a calling code belong to, `*` for all others. Offered to the operator, never taken unasked.
 */
export const ZONE_ALIASES: Readonly<Record<string, ByCountry>> = {
  eastern,
  est: eastern,
  edt: eastern,
  et: eastern,
  'us eastern': { '*': 'America/Indiana/Indianapolis' },
  'heure de l’est': eastern,
  "heure de l'est": eastern,
  hne: eastern,
  hae: eastern,
  central,
  cst: central,
  cdt: central,
  ct: central,
  hnc: central,
  hac: central,
  'canada central': { '*': 'America/Regina' },
  mountain,
  mst: mountain,
  mdt: mountain,
  mt: mountain,
  hnr: mountain,
  har: mountain,
  'us mountain': { '*': 'America/Phoenix' },
  pacific,
  pst: pacific,
  pdt: pacific,
  pt: pacific,
  hnp: pacific,
  hap: pacific,
  atlantic,
  ast: atlantic,
  adt: atlantic,
  newfoundland,
  nst: newfoundland,
  ndt: newfoundland,
  alaskan: { '*': 'America/Anchorage' },
  hawaiian: { '*': 'Pacific/Honolulu' },
  yukon: { '*': 'America/Whitehorse' },
  gmt: london,
  bst: london,
  'w. europe': { '*': 'Europe/Berlin' },
  'central europe': { '*': 'Europe/Budapest' },
  romance: paris,
  cet: paris,
  cest: paris,
};
