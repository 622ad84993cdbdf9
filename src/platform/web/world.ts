import type { Id, PlainDate } from '../kernel/index.ts';

export type WorkerId = Id<'worker'>;
export type AgencyId = Id<'agency'>;
export type TeamId = Id<'team'>;
export type ChildId = Id<'child'>;

export type Worker = {
  id: WorkerId;
  key: string;
  name: string;
  title: string;
  agencyId: AgencyId;
  agencyName: string;
  roles: readonly string[];
  permissions: ReadonlySet<string>;
  teams: readonly TeamId[];
};

export type Partnership = {
  name: string;
  kind: 'trial' | 'live';
  /** The moment a trial stands still at; a live partnership has none and uses the real clock. */
  trialNow: Date | null;
  /** Whom to ring: the Multi-Agency Safeguarding Hub while it is open, and whoever answers when it is not. */
  phones: { mash: string; outOfHours: string };
};

/** Everything a rule or a page is handed instead of looking round for it. */
export type World = {
  worker: Worker;
  partnership: Partnership;
  now: Date;
  today: PlainDate;
  /** Where this is served from, as the reader's own address says it: `https://throughline.example`. */
  origin: string;
  may: (permission: string) => boolean;
};
