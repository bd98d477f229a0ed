import type { Evaluation, Finding } from '../../domain/criteria/evaluation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, Event, Person } from '../../domain/records.ts';
import type { Store } from '../ports.ts';

/** The records behind the codes in evaluations, so that a page can show titles, dates and names. */
export interface CitedFacts {
  readonly events: ReadonlyMap<string, Event>;
  readonly contributions: ReadonlyMap<string, Contribution>;
  /** Members of a school's team. */
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** Reads every record that these evaluations cite, in one round. */
export async function readCitedFacts(store: Store, evaluations: readonly Evaluation[]): Promise<CitedFacts> {
  const findings = evaluations.flatMap((evaluation) => evaluation.findings.flatMap(flattenFinding));
  const codes = distinct(findings.flatMap(({ used }) => used.events ?? []));
  const references = distinct(findings.flatMap(({ used }) => used.contributions ?? []));
  const members = evaluations.flatMap(({ facts }) => (facts.kind === 'establishment' ? facts.members : []));
  const [events, contributions, people] = await Promise.all([
    codes.length > 0 ? store.readEvents(codes) : [],
    references.length > 0 ? store.readContributions(references) : [],
    members.length > 0 ? store.readPeople(distinct(members.map(({ personId }) => personId))) : [],
  ]);
  return {
    events: new Map(events.map((one) => [one.code, one])),
    contributions: new Map(contributions.map((one) => [one.reference, one])),
    people: new Map(people.map((one) => [one.id, one])),
  };
}

function flattenFinding(finding: Finding): readonly Finding[] {
  return [finding, ...finding.parts.flatMap(flattenFinding)];
}

function distinct<Key>(keys: readonly Key[]): readonly Key[] {
  return [...new Set(keys)];
}
