import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { parseUai, type Uai } from '../../src/domain/uai.ts';
import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, PAUL } from '../support/fixtures/schools.ts';
import { inDays, todayInParis } from '../support/now.ts';
import { toSource } from '../support/servers/service.ts';

/** The first school of the encounters, before its check letter. Each round opens two new ones. */
let digits = 212_000;
const freshUai = (): Uai => {
  digits += 1;
  const text = String(digits).padStart(7, '0');
  return parseUai(`${text}${'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(digits % 23)}`);
};

interface Closing {
  readonly uai: Uai;
  /** The school that takes over. */
  readonly next: Uai;
  readonly people: Readonly<Record<'dane' | 'head' | 'other' | 'claire' | 'luc' | 'paul', PersonId>>;
}

/** Two schools without anything else. */
async function schools(process: NodeContext): Promise<Closing> {
  const [dane, head, other, claire, luc, paul] = await Promise.all(
    [DANE, CHEF, NEIGHBOUR, CLAIRE, LUC, PAUL].map((email) => idOf(process, email)),
  );
  const people = { dane, head, other, claire, luc, paul } as Closing['people'];
  const [uai, next] = [freshUai(), freshUai()];
  const by = { personId: people.dane, address: DANE, as: 'dane' as const, confirms: false };
  for (const one of [uai, next]) {
    const stated = { uai: one, type: '', name: `École ${one}`, postalCode: '', commune: '' };
    await process.services.addSchool({ said: { ...stated, sector: 'public', agricultural: false }, by });
  }
  return { uai, next, people };
}

/** The same, with a head who may speak for the first school. */
async function headed(process: NodeContext) {
  const of = await schools(process);
  const { uai, people } = of;
  await process.services.declareHeadship(
    { actor: { personId: people.other, profiles: [], heads: [] }, mayHead: [uai] },
    uai,
  );
  return of;
}

const by = ({ people }: Closing) => ({
  personId: people.dane,
  address: DANE,
  as: 'dane' as const,
  confirms: false,
});

const close = async ({ services }: NodeContext, of: Closing) => {
  await services.closeSchool({ uai: of.uai, on: todayInParis(), reason: 'Fermé', by: by(of) });
};
const merge = async ({ services }: NodeContext, of: Closing) => {
  await services.closeSchool({
    uai: of.uai,
    on: todayInParis(),
    successor: of.next,
    reason: 'Fusion',
    by: by(of),
  });
};

const content = { missions: ['A1' as MissionCode], roles: [] } as const;

const declare = async ({ services }: NodeContext, { uai, people }: Closing) => {
  const declaration = { uai, period: { from: inDays(-9) }, ...content };
  await services.declareEngagement({ personId: people.luc, declaration });
};
const enter = async ({ services }: NodeContext, of: Closing) => {
  const declaration = { uai: of.uai, period: { from: inDays(-9) }, ...content };
  await services.enterEngagement({ personId: of.people.claire, declaration, by: by(of), reason: 'Saisi' });
};
const propose = async ({ services }: NodeContext, { uai, people }: Closing) => {
  const author = { personId: people.other, address: NEIGHBOUR };
  await services.proposeMissions({ uai, personId: people.paul, ...content, from: inDays(-9), by: author });
};
const invite = async ({ services }: NodeContext, { uai, people }: Closing) => {
  const author = { personId: people.other, address: NEIGHBOUR };
  const email = `nouvelle-${uai}@ac-test.example`;
  await services.inviteToMissions({ uai, email, ...content, from: inDays(-9), by: author });
};
const head = async ({ services }: NodeContext, { uai, people }: Closing) => {
  const actor = { personId: people.head, profiles: [], heads: [] };
  await services.declareHeadship({ actor, mayHead: [uai] }, uai);
};
const addHead = async ({ services }: NodeContext, { uai, people }: Closing) => {
  await services.addPerson({
    ...{ givenName: 'Ana', familyName: 'Petit', profiles: ['principal'] as const, headOf: uai },
    ...{ email: `tete-${uai}@ac-test.example`, actor: people.dane },
  });
};
const askSupport = async ({ services }: NodeContext, { uai, people }: Closing) => {
  const stated = { kind: 'technical' as const, title: 'ENT', text: 'Lent.' };
  await services.askSupport({ personId: people.other, uai, ...stated });
};
const askMeeting = async ({ services }: NodeContext, { uai, people }: Closing) => {
  await services.askMeeting({ uai, by: people.dane, side: 'dane' });
};
const importing =
  (name: string, lines: (uai: Uai) => readonly string[]) =>
  async ({ services }: NodeContext, { uai, people }: Closing) => {
    const source = toSource([name, [...lines(uai), ''].join('\n')]);
    const { counts } = (await services.importFiles([source], {
      dryRun: false,
      actor: people.dane,
    })) as unknown as { readonly counts: unknown };
    return counts;
  };
const importEngagement = importing('engagements.csv', (uai) => [
  'reference;email;uai;debut;missions;confirmation',
  `FICHIER-${uai};${CLAIRE};${uai};01/09/2026;A1;`,
]);
const importHead = importing('personnes.csv', (uai) => [
  'email;prenom;nom;profil;uai',
  `fichier-${uai}@ac-test.example;Ana;Petit;chef;${uai}`,
]);

/** What is recorded at both schools, without ids. */
async function readBothSchools({ ports: { store } }: NodeContext, { uai, next }: Closing) {
  const at = async (one: Uai) => {
    const [[school], [record], proposals, invitations, headships, requests, meetings] = await Promise.all([
      store.readSchoolsByUai([one]),
      store.readSchoolRecords([one]),
      store.readMissionProposalsAt(one),
      store.readMissionInvitationsAt(one),
      store.readHeadships([one]),
      store.readSupportRequestsAt(one),
      store.readSchoolMeetingsAt(one),
    ]);
    const segments = (record?.people ?? []).flatMap(({ engagements }) => engagements);
    return {
      closedOn: school?.closedOn,
      segments: segments.flatMap(({ uai: of, period, confirmation }) =>
        of === one ? [[period.from, period.to, confirmation]] : [],
      ),
      proposals: proposals.map(({ settlement }) => settlement?.outcome),
      invitations: invitations.length,
      headships: headships.map(({ says }) => says),
      requests: requests.map(({ state, messages }) => [state, messages.length]),
      meetings: meetings.map(({ state }) => state),
    };
  };
  return {
    old: await at(uai),
    next: await at(next),
    audit: await actionsOf({ ports: { store } } as never, uai),
  };
}

describeEncounters('A school that closes', [
  encounter({ name: 'two closures', prepare: schools, acts: [close, merge], look: readBothSchools }),
  encounter({
    name: 'a declaration and a closure',
    prepare: schools,
    acts: [declare, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a declaration and a merger',
    prepare: schools,
    acts: [declare, merge],
    look: readBothSchools,
  }),
  encounter({
    name: 'an engagement entered and a closure',
    prepare: schools,
    acts: [enter, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a proposal and a closure',
    prepare: headed,
    acts: [propose, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'an invitation and a closure',
    prepare: headed,
    acts: [invite, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a headship and a closure',
    prepare: schools,
    acts: [head, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a head who is added and a closure',
    prepare: schools,
    acts: [addHead, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a request and a closure',
    prepare: schools,
    acts: [askSupport, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a request and a merger',
    prepare: schools,
    acts: [askSupport, merge],
    look: readBothSchools,
  }),
  encounter({
    name: 'a meeting and a closure',
    prepare: schools,
    acts: [askMeeting, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a meeting and a merger',
    prepare: schools,
    acts: [askMeeting, merge],
    look: readBothSchools,
  }),
  encounter({
    name: 'a segment in a file and a closure',
    prepare: schools,
    acts: [importEngagement, close],
    look: readBothSchools,
  }),
  encounter({
    name: 'a head in a file and a closure',
    prepare: schools,
    acts: [importHead, close],
    look: readBothSchools,
  }),
]);
