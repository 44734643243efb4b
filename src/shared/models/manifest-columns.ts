/** Columns of a manifest that the platform knows by name; any other is a variable. */
export const CONTACT_FIELDS = ['phone', 'externalId', 'firstName', 'lastName', 'language', 'timeZone'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** What a column of the file is used for. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: ContactField }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'ignore' };

export type MappingProblem =
  | { readonly kind: 'no-phone' }
  | { readonly kind: 'used-twice'; readonly name: string }
  | { readonly kind: 'reserved'; readonly name: string }
  | { readonly kind: 'variable-without-column'; readonly name: string };

/** The name under which a column is uploaded. @returns undefined when it is not */
export function uploadName(use: ColumnUse): string | undefined {
  if (use.kind === 'ignore') return undefined;
  return use.kind === 'field' ? use.field : use.name;
}

/**
 * What keeps a mapping from being used.
 * @param required variables that the campaign cannot do without
 */
export function mappingProblems(uses: readonly ColumnUse[], required: readonly string[]): readonly MappingProblem[] {
  const problems: MappingProblem[] = [];
  const names = uses.map(uploadName).filter((name) => name !== undefined);
  if (!names.includes('phone')) problems.push({ kind: 'no-phone' });
  const reserved: readonly string[] = CONTACT_FIELDS;
  for (const use of uses) {
    if (use.kind === 'variable' && reserved.includes(use.name)) problems.push({ kind: 'reserved', name: use.name });
  }
  for (const name of new Set(names)) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) problems.push({ kind: 'used-twice', name });
  }
  for (const name of required) {
    if (!names.includes(name)) problems.push({ kind: 'variable-without-column', name });
  }
  return problems;
}
