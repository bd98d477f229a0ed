import type { Bilingual, FrenchFirst } from '../engagement/mission.ts';

/** The colours of an office's badges, as `#rrggbb`. */
export interface BadgeColours {
  /** The ground of the plate. */
  readonly ground: string;
  /** Signs on a lit mark. */
  readonly deep: string;
  /** The horizon, which is only an ornament. */
  readonly ridge: string;
  readonly unlit: string;
  /** Lit marks on the ground. */
  readonly mark: string;
}

/** What a badge takes and how to get it, in a sentence each. Pages show them and no badge contains them. */
export interface BadgeSentences {
  readonly requires: FrenchFirst;
  readonly howTo: FrenchFirst;
}

/** The office that gives the badges, as its pack describes it. The settings of the service take precedence. */
export interface Office {
  readonly name: string;
  /** Shown next to the name, e.g. on a badge. */
  readonly code: string;
  /** The initials by which sentences call it. */
  readonly initials: string;
  readonly url: string;
  readonly email: string;
  readonly logo?: string;
  /** Its académie in full. */
  readonly academy?: string;
  /** What its mission is, and words to follow its name. */
  readonly words?: { readonly mission?: Bilingual; readonly issuer?: Bilingual };
  /** By the code of the badge. */
  readonly badges?: Readonly<Record<string, BadgeSentences>>;
  readonly colours: BadgeColours;
}
