import type { Store } from '../../../application/ports.ts';
import type { Duties, EngagementContent } from '../../../domain/engagement/fields.ts';
import type { EngagementProposal, ProposedChange } from '../../../domain/engagement/proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Uai } from '../../../domain/uai.ts';
import { detailTexts } from '../../../texts/engagement-details.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { TextContext } from '../view-models/text-context.ts';
import { periodAsText, schoolAsText } from './descriptions.ts';

/** One change of an engagement, proposed or decided, in sentences. */
export interface ChangeRow {
  readonly id: string;
  readonly reference: string;
  readonly waiting: boolean;
  /** The effect of the change, then the state before it. */
  readonly what: string;
  readonly before: string;
  /** Who proposed and who decided, each with the day and the reason. */
  readonly story: readonly string[];
}

/** Names a person, or a school between which an engagement was moved. */
export type NameOf = (id: PersonId | Uai) => string;

/** The names of everyone who proposed or decided, and of the schools that were corrected, read at once. */
export async function readNamesOf(
  store: Pick<Store, 'readPeople' | 'readSchoolsByUai'>,
  proposals: readonly EngagementProposal[],
  { t }: TextContext,
): Promise<NameOf> {
  const ids = proposals.flatMap(({ by, personId, settlement }) => [
    by,
    personId,
    ...(settlement ? [settlement.by] : []),
  ]);
  const uais = proposals.flatMap(({ uai, change }) =>
    change.kind === 'correction' && change.uai ? [uai, change.uai] : [],
  );
  const [people, schools] = await Promise.all([
    store.readPeople([...new Set(ids)]),
    uais.length > 0 ? store.readSchoolsByUai([...new Set(uais)]) : [],
  ]);
  const names = new Map<string, string>([
    ...people.map((one) => [one.id, fullName(one)] as const),
    ...schools.map((one) => [one.uai, schoolAsText(one)] as const),
  ]);
  return (id) => names.get(id) ?? t.changes.history.someone;
}

export function changeRow(proposal: EngagementProposal, name: NameOf, textContext: TextContext): ChangeRow {
  const { id, engagementReference: reference, change, before, settlement } = proposal;
  return {
    id,
    reference,
    waiting: settlement === undefined,
    what: [changeAsText(change, textContext), ...moveAsTexts(proposal, name, textContext)].join(' '),
    before: previousContentAsText(before, textContext),
    story: storyOf(proposal, name, textContext),
  };
}

/** The effect of the change, in one sentence. */
function changeAsText(change: ProposedChange, textContext: TextContext): string {
  const { t } = textContext;
  const texts = t.changes.what;
  if (change.kind === 'end') return texts.end(t.day(change.to));
  const [codes, details] = contentAsTexts(change, textContext);
  return change.kind === 'missions'
    ? texts.missions(t.day(change.from), codes, details)
    : texts.correction(periodAsText(change.period, textContext), codes, details);
}

/** The two schools, where the change moves the engagement from one to the other. */
function moveAsTexts(
  { uai, change }: EngagementProposal,
  name: NameOf,
  { t }: TextContext,
): readonly string[] {
  if (change.kind !== 'correction' || !change.uai) return [];
  return [t.changes.what.moved(name(change.uai), name(uai))];
}

function previousContentAsText(before: EngagementContent, textContext: TextContext): string {
  const [codes, details] = contentAsTexts(before, textContext);
  return textContext.t.changes.what.before(periodAsText(before.period, textContext), codes, details);
}

function contentAsTexts(
  { missions, ...details }: Duties,
  { locale, t }: TextContext,
): readonly [missions: string, details: string] {
  return [missions.join(', '), detailTexts(details, locale, t.records.roles).join(', ')];
}

function storyOf(
  { by, at, reason, settlement }: EngagementProposal,
  name: NameOf,
  { t }: TextContext,
): readonly string[] {
  const texts = t.changes.history;
  const because = (text: string | undefined) => (text ? ` ${texts.because(text)}` : '');
  if (!settlement) return [texts.proposed(name(by), t.day(at)) + because(reason), texts.waiting];
  const day = t.day(settlement.at);
  if (settlement.by === by && settlement.outcome === 'accepted') {
    return [texts.decided(name(by), day) + because(settlement.reason)];
  }
  const proposed = texts.proposed(name(by), t.day(at)) + because(reason);
  if (settlement.outcome === 'withdrawn') return [proposed, texts.withdrawn(day)];
  return [proposed, texts[settlement.outcome](name(settlement.by), day) + because(settlement.reason)];
}

/** The missions to choose from, by family. */
export function missionChoices({ framework, locale }: TextContext) {
  const missions = [...framework.missions.values()];
  return framework.families.map(({ code, label }) => ({
    label: `${code} · ${typographic(label[locale])}`,
    missions: missions
      .filter(({ family }) => family === code)
      .map((mission) => ({ code: mission.code, label: typographic(mission.label[locale]) })),
  }));
}

export type MissionChoices = ReturnType<typeof missionChoices>;
