import { readSchoolLabels } from '../../../../application/people/schools.ts';
import type { Catalogue, Store } from '../../../../application/ports.ts';
import type { Proposal } from '../../../../domain/award/proposal.ts';
import type { Recipient } from '../../../../domain/award/types.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { byName, fullName } from '../../../../domain/person/name.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { Locale } from '../../env.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** One line of the queue. */
export type ProposalRow = Awaited<ReturnType<typeof proposalRows>>[number];

/** Names of several recipients, read at once. */
export async function readNames(
  store: Store,
  recipients: readonly Recipient[],
  uais: readonly Uai[] = [],
): Promise<{
  nameOf(recipient: Recipient): string;
  schoolOf(uai: Uai | undefined): string | undefined;
  /** By family name and first name, or by the name of the school. */
  byName(one: Recipient, other: Recipient): number;
}> {
  const personIds = recipients.flatMap((one): readonly PersonId[] =>
    one.kind === 'person' ? [one.personId] : [],
  );
  const wanted = [...uais, ...recipients.flatMap((one) => (one.kind === 'establishment' ? [one.uai] : []))];
  const [people, schoolNames] = await Promise.all([
    store.readPeople(personIds),
    readSchoolLabels(store, wanted),
  ]);
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  const named = new Map(people.map((person) => [person.id, person]));
  const sortable = (one: Recipient) =>
    (one.kind === 'person' && named.get(one.personId)) || {
      familyName: one.kind === 'establishment' ? (schoolNames.get(one.uai) ?? '') : '',
      givenName: '',
    };
  return {
    byName: (one, other) => byName(sortable(one), sortable(other)),
    nameOf: (one) =>
      (one.kind === 'person' ? names.get(one.personId) : schoolNames.get(one.uai)) ??
      (one.kind === 'person' ? '—' : one.uai),
    schoolOf: (uai) => (uai === undefined ? undefined : (schoolNames.get(uai) ?? uai)),
  };
}

/** The lines of the queue, in words. */
export async function proposalRows(
  { store, ports: { catalogue }, wording: { locale } }: PageRequest,
  proposals: readonly Proposal[],
) {
  const names = await readNames(
    store,
    proposals.map(({ recipient }) => recipient),
    proposals.flatMap(({ uai }) => uai ?? []),
  );
  return proposals.map(({ id, recipient, achievement, version, uai, judgedOn, summary }) => {
    const school = recipient.kind === 'person' ? names.schoolOf(uai) : undefined;
    return {
      id,
      href: `/dane/decisions/${encodeURIComponent(id)}`,
      /** A person's name, or the school's. */
      recipient: names.nameOf(recipient),
      ...(school !== undefined && { school }),
      badge: badgeName(catalogue, { achievement, version, locale }),
      judgedOn,
      summary,
    };
  });
}

/** A badge's name in one version of the criteria; its code where that version does not have it. */
export function badgeName(
  catalogue: Catalogue,
  { achievement, version, locale }: { achievement: string; version?: number; locale: Locale },
): string {
  const criteria = version === undefined ? catalogue.versions().at(-1) : catalogue.criteriaVersion(version);
  return (
    inLanguage(criteria?.achievements.find(({ code }) => code === achievement)?.name, locale) ?? achievement
  );
}

/** Addresses of the DANE's pages about the facts of an explanation. */
export const DANE_LINKS = {
  eventHref: (code: string) => `/dane/events/${encodeURIComponent(code)}`,
  personHref: (id: string) => `/dane/people/${id}`,
};
