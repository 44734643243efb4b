/** Where one goes from a campaign. */
export interface CampaignPlaces {
  readonly choose: (id: string) => void;
  readonly create: () => void;
  readonly edit: (id: string) => void;
  readonly contacts: (id: string) => void;
  readonly manifest: (id: string) => void;
  /** The report of what the instance offers. */
  readonly report: () => void;
}
