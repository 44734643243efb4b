import { z } from 'zod';
import type { SettingsStore } from '../storage/settings-store.ts';
import { type KeptPlaces, placesSchema } from './placement.ts';

const sectionSchema = z.object({ places: placesSchema });

/** Window bounds in the settings of this machine. */
export interface PlaceBook {
  get(): KeptPlaces;
  set(places: KeptPlaces): void;
}

export function placeBook(settings: SettingsStore): PlaceBook {
  const section = settings.section('windows', sectionSchema, { places: {} });
  return { get: () => section.get().places, set: (places) => section.set({ places }) };
}
