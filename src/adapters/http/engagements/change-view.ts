import type { Store } from '../../../application/ports.ts';
import type {
  EngagementProposal,
  SegmentChange,
  SegmentContent,
} from '../../../domain/engagement/proposal.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Uai } from '../../../domain/uai.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { Wording } from '../view-models/text-context.ts';
import { periodWords, schoolWords } from './descriptions.ts';

/** One change of a segment, proposed or decided, in sentences. */
export interface ChangeLine {
  readonly id: string;
  readonly reference: string;
  readonly waiting: boolean;
  /** The effect of the change, then the state before it. */
  readonly what: string;
  readonly before: string;
  /** Who proposed and who decided, each with the day and the reason. */
  readonly story: readonly string[];
}

/** Names a person, or a school between which a segment was moved. */
export type NameOf = (id: PersonId | Uai) => string;

/** The names of everyone who proposed or decided, and of the schools that were corrected, read at once. */
export async function readNamesOf(
  store: Pick<Store, 'readPeople' | 'readEstablishments'>,
  proposals: readonly EngagementProposal[],
  { t }: Wording,
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
    uais.length > 0 ? store.readEstablishments([...new Set(uais)]) : [],
  ]);
  const names = new Map<string, string>([
    ...people.map((one) => [one.id, fullName(one)] as const),
    ...schools.map((one) => [one.uai, schoolWords(one)] as const),
  ]);
  return (id) => names.get(id) ?? t.changes.history.someone;
}

export function changeLine(proposal: EngagementProposal, name: NameOf, wording: Wording): ChangeLine {
  const { id, engagementReference: reference, change, before, settlement } = proposal;
  return {
    id,
    reference,
    waiting: settlement === undefined,
    what: [changeWords(change, wording), ...movedWords(proposal, name, wording)].join(' '),
    before: beforeWords(before, wording),
    story: storyOf(proposal, name, wording),
  };
}

/** The effect of the change, in one sentence. */
function changeWords(change: SegmentChange, wording: Wording): string {
  const { t } = wording;
  const words = t.changes.what;
  if (change.kind === 'end') return words.end(t.day(change.to));
  const [codes, roles] = contentWords(change, wording);
  return change.kind === 'missions'
    ? words.missions(t.day(change.from), codes, roles)
    : words.correction(periodWords(change.period, wording), codes, roles);
}

/** The two schools, where the change moves the segment from one to the other. */
function movedWords({ uai, change }: EngagementProposal, name: NameOf, { t }: Wording): readonly string[] {
  if (change.kind !== 'correction' || !change.uai) return [];
  return [t.changes.what.moved(name(change.uai), name(uai))];
}

function beforeWords(before: SegmentContent, wording: Wording): string {
  const [codes, roles] = contentWords(before, wording);
  return wording.t.changes.what.before(periodWords(before.period, wording), codes, roles);
}

function contentWords(
  { missions, roles }: Pick<SegmentContent, 'missions' | 'roles'>,
  { t }: Wording,
): readonly [string, string] {
  return [missions.join(', '), roles.map((role) => t.records.roles[role]).join(', ')];
}

function storyOf(
  { by, at, reason, settlement }: EngagementProposal,
  name: NameOf,
  { t }: Wording,
): readonly string[] {
  const words = t.changes.history;
  const because = (text: string | undefined) => (text ? ` ${words.because(text)}` : '');
  if (!settlement) return [words.proposed(name(by), t.day(at)) + because(reason), words.waiting];
  const day = t.day(settlement.at);
  if (settlement.by === by && settlement.outcome === 'accepted') {
    return [words.decided(name(by), day) + because(settlement.reason)];
  }
  const proposed = words.proposed(name(by), t.day(at)) + because(reason);
  if (settlement.outcome === 'withdrawn') return [proposed, words.withdrawn(day)];
  return [proposed, words[settlement.outcome](name(settlement.by), day) + because(settlement.reason)];
}

/** The missions to choose from, by family. */
export function missionChoices({ framework, locale }: Wording) {
  const missions = [...framework.missions.values()];
  return framework.families.map(({ code, label }) => ({
    label: `${code} · ${typographic(label[locale])}`,
    missions: missions
      .filter(({ family }) => family === code)
      .map((mission) => ({ code: mission.code, label: typographic(mission.label[locale]) })),
  }));
}

export type MissionChoices = ReturnType<typeof missionChoices>;
