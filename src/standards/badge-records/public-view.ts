import { publicFactsOf } from '#open-badges/credential';
import type { AppDeps, Locale } from '../../adapters/http/env.ts';
import { definitionOf } from '../../adapters/http/public/credential/definition.ts';
import { reportView } from '../../adapters/http/public/verify/report-view.ts';
import type { ReportView } from '../../adapters/http/public/verify/verification-view.ts';
import { TEXTS } from '../../adapters/http/view-models/public-texts.ts';
import { levelOf } from '../../domain/criteria/definition.ts';
import { awardedWhen } from '../../domain/holder/awarded-date.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { PathStop } from '../../drawings/badge-path-svg.ts';
import { type BadgeStyle, badgeStyleOf } from '../../drawings/badge-picture.ts';
import { type ProfileView, profileView } from '../../features/public-profiles/public-page.tsx';
import { recordUrl } from '../../issuing/addresses.ts';
import type { PublicRecord } from './actions.ts';

export type FoundRecord = Extract<PublicRecord, { kind: 'found' }>;

/** `/records/{id}`: a person's badges in one signed document. */
export interface RecordView extends ProfileView {
  readonly pageUrl: string;
  readonly madeAt: Instant;
  readonly report: ReportView;
  readonly look: BadgeStyle;
  readonly ladder: readonly PathStop[];
  readonly themes: readonly PathStop[];
}

/** The page of a record, verified now as a whole and badge by badge. */
export async function recordView(
  deps: AppDeps,
  { record, badges }: FoundRecord,
  locale: Locale,
): Promise<RecordView> {
  const bytes = new TextEncoder().encode(record.document);
  const report = await deps.verify({ kind: 'bytes', bytes });
  // The newest badge comes first, as everywhere; the path runs from the oldest.
  const shown = await profileView(deps, badges.toReversed(), locale);
  const facts = publicFactsOf(JSON.parse(record.document));
  const stops = badges.map(({ award, credential }, at) => {
    const badge = shown.badges.at(-1 - at);
    const words = TEXTS[locale].pages;
    return {
      name: badge?.name ?? award.achievement,
      drawing: definitionOf(deps.ports.catalogue, award).drawing,
      held: true,
      words: words.badgeRecords.recognisedOn(words.awarded(awardedWhen(award, credential.choice))),
    };
  });
  return {
    ...shown,
    look: badgeStyleOf(deps.ports.catalogue),
    pageUrl: recordUrl(deps.ports.origin, record.id),
    madeAt: record.validFrom,
    report: reportView(report, { texts: TEXTS[locale].verification, checkedAt: shown.checkedAt, facts }),
    ladder: stops
      .filter(({ drawing }) => drawing.kind === 'rings')
      .toSorted((a, b) => levelOf(a) - levelOf(b)),
    themes: stops.filter(({ drawing }) => drawing.kind !== 'rings'),
  };
}
