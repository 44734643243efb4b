import { z } from 'zod';
import type { ColumnUse } from '../../../../shared/models/manifest-columns.ts';
import { columnUsesSchema } from '../../../../shared/models/manifest-schemas.ts';
import type { SettingsStore } from '../../../storage/settings-store.ts';

/** Kinds of files that are remembered. */
const MOST = 50;

const sectionSchema = z.object({
  /** By signature of a file, the latest last. */
  columns: z.record(z.string(), columnUsesSchema),
  /** By tenant. */
  countries: z.record(z.string(), z.string().length(2)),
});

/** What an operator decided about files like this one, kept in the settings of this machine. */
export interface ColumnMemory {
  /** How the columns of such a file were last assigned. */
  uses(signature: string, columns: number): readonly ColumnUse[] | undefined;
  keep(signature: string, uses: readonly ColumnUse[]): void;
  country(tenant: string): string | undefined;
  keepCountry(tenant: string, country: string): void;
}

export function columnMemory(settings: SettingsStore): ColumnMemory {
  const section = settings.section('manifests', sectionSchema, { columns: {}, countries: {} });
  return {
    uses(signature, columns) {
      const known = section.get().columns[signature];
      return known?.length === columns ? known : undefined;
    },
    keep(signature, uses) {
      const { columns, countries } = section.get();
      const others = Object.entries(columns).filter(([known]) => known !== signature);
      section.set({
        columns: Object.fromEntries([...others.slice(1 - MOST), [signature, [...uses]]]),
        countries,
      });
    },
    country: (tenant) => section.get().countries[tenant],
    keepCountry(tenant, country) {
      const { columns, countries } = section.get();
      section.set({ columns, countries: { ...countries, [tenant]: country } });
    },
  };
}
