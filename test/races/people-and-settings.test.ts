import { sha256Of } from '../../src/application/digest.ts';
import { seenPerson } from '../../src/domain/person/fields.ts';
import type { Person } from '../../src/domain/records.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CHEF, DANE, PAUL } from '../support/fixtures/schools.ts';
import { inDays } from '../support/now.ts';
import { issueEverything, toSource } from '../support/servers/service.ts';

/** Two records that only this round knows. */
async function twoRecords(process: NodeContext) {
  const actor = await idOf(process, DANE);
  const { ids, store } = process.ports;
  const made = ['Ada', 'Adèle'].map((givenName): Person => {
    const id = ids.personId();
    return { id, givenName, familyName: 'Martin', emails: [`${id}@ac-test.example`], profiles: ['rupn'] };
  });
  await store.commit(made.map((person) => ({ kind: 'person-saved' as const, person })));
  const [stays, goes] = made as [Person, Person];
  return { actor, stays, goes };
}
type Records = Awaited<ReturnType<typeof twoRecords>>;
const change =
  (which: 'stays' | 'goes', familyName: string) =>
  ({ services }: NodeContext, { actor, [which]: person }: Records) => {
    const { emails, ...said } = person;
    const email = emails[0] ?? '';
    return services.changePerson({
      ...{ phone: undefined, headOf: undefined, discipline: undefined, gradeCorps: undefined },
      ...said,
      ...{ familyName, email, seen: seenPerson(person), actor },
    } as never);
  };
const merge = ({ services }: NodeContext, { actor, stays, goes }: Records) =>
  services.mergePeople({ from: goes.id, into: stays.id, actor });
const erase =
  (which: 'stays' | 'goes') =>
  async ({ services }: NodeContext, { actor, [which]: { id } }: Records) => {
    await services.erasePerson({ id, actor });
  };
const people = async (process: NodeContext, { stays, goes }: Records) => {
  const found = await process.ports.store.readPeople([stays.id, goes.id]);
  const emailsOf = (one: Person) => one.emails.map((email) => email.startsWith(stays.id));
  return {
    people: found.map((one) => [one.id === stays.id, one.familyName, emailsOf(one)]).toSorted(),
    audit: [...(await actionsOf(process, stays.id)), '/', ...(await actionsOf(process, goes.id))],
  };
};

/** A year of Paul's before, for which a badge is issued. */
async function earn(process: NodeContext) {
  const engagement = [
    'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
    `PASSE-1;${PAUL};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee;${CHEF};2023-10-01`,
    '',
  ].join('\n');
  await process.services.importFiles([toSource(['anciens.csv', engagement])], {
    dryRun: false,
    actor: 'test',
  });
  await issueEverything(process);
}

/** Paul's badge, public with his name; no profile, no record, no offer. */
async function badge(process: NodeContext) {
  const personId = await idOf(process, PAUL);
  const { services, ports } = process;
  const of = async () =>
    (await ports.store.readAwardsOf([{ kind: 'person', personId }])).flatMap(
      ({ credential }) => credential ?? [],
    );
  if ((await of()).length === 0) await earn(process);
  const [credential] = await of();
  if (!credential) throw new Error('Paul has no badge');
  const { id } = credential;
  if (credential.choice.acceptance !== 'accepted') {
    await services.acceptCredential({ id, actor: 'test', name: 'full', visibility: 'public' });
  }
  await services.removePublicProfile(personId);
  await services.withdrawBadgeRecord(personId);
  const before = (await actionsOf(process, personId)).length;
  return { personId, id, before };
}
type Badge = Awaited<ReturnType<typeof badge>>;
const profile =
  (searchable: boolean) =>
  async ({ services, ports }: NodeContext, { personId, id }: Badge) => {
    const made = await services.savePublicProfile({
      personId,
      name: 'full',
      searchable,
      credentialIds: [id],
    });
    return made.id === (await ports.store.readPublicProfileOf(personId))?.id;
  };
async function withProfile(process: NodeContext) {
  const of = await badge(process);
  await profile(false)(process, of);
  return { ...of, before: of.before + 1 };
}
/** What is told of the address is left out: a removal can come before it is read. */
const changeProfile = async (process: NodeContext, of: Badge) => {
  await profile(true)(process, of);
};
const unprofile = ({ services }: NodeContext, { personId }: Badge) => services.removePublicProfile(personId);
const record = async ({ services }: NodeContext, { personId }: Badge) => {
  await services.makeBadgeRecord({ personId, name: 'full' });
};
async function withRecord(process: NodeContext) {
  const of = await badge(process);
  await record(process, of);
  return { ...of, before: of.before + 1 };
}
const unrecord = ({ services }: NodeContext, { personId }: Badge) => services.withdrawBadgeRecord(personId);
const shown = async (process: NodeContext, { personId, before }: Badge) => {
  const [own, saved] = await Promise.all([
    process.ports.store.readPublicProfileOf(personId),
    process.ports.store.readBadgeRecordOf(personId),
  ]);
  const lines = (await actionsOf(process, personId)).length - before;
  return { searchable: own?.searchable, revision: saved?.revision, lines };
};

/** A code for a wallet. */
async function code(process: NodeContext) {
  const { personId, id } = await badge(process);
  const offerId = process.ports.ids.uuid();
  const text = `code-${offerId}`;
  const { store, clock } = process.ports;
  const at = clock.now();
  const codeHash = await sha256Of(text);
  const hashes = { secretHash: await sha256Of(offerId), codeHash, challengeHash: codeHash };
  const times = { createdAt: at, expiresAt: secondsAfter(at, 600) };
  await store.commit([
    {
      kind: 'wallet-offered',
      offer: { id: offerId, personId, credentialId: id, wrongPins: 0, ...hashes, ...times },
    },
  ]);
  return { text, offerId };
}
type Code = Awaited<ReturnType<typeof code>>;
const redeem = async ({ app, ports }: NodeContext, { text }: Code) => {
  const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
  const body = new URLSearchParams({ grant_type: grant, 'pre-authorized_code': text });
  return (await app.request(`${ports.origin}/oid4vci/token`, { method: 'POST', body })).status;
};
const offered = async ({ ports }: NodeContext, { text }: Code) => {
  const offer = await ports.store.readWalletOffer('codeHash', await sha256Of(text));
  return offer && { taken: offer.tokenHash !== undefined };
};

/** Whatever was said before, no one asks for a second person now, and another agent exists. */
async function settings(process: NodeContext, turn: number) {
  const { store, clock } = process.ports;
  const actor = await idOf(process, DANE);
  if ((await store.searchPeople({ profile: 'dane', limit: 2 })).length < 2) {
    const id = process.ports.ids.personId();
    const person: Person = {
      ...{
        id,
        givenName: 'Odile',
        familyName: 'Agente',
        emails: [`${id}@ac-test.example`],
        profiles: ['dane'],
      },
    };
    await store.commit([{ kind: 'person-saved', person }]);
  }
  const asRead = (await store.readSettings()).get('approvals');
  if (asRead !== undefined) {
    const off = { kind: 'setting-changed', name: 'approvals', value: '{"criteria":false}', asRead } as const;
    await store.commit([{ ...off, at: clock.now(), by: actor }]);
  }
  await Promise.all([process.ports.settings.refresh('now'), process.ports.catalogue.refresh('now')]);
  const seen = (await store.readSettings()).get('words');
  return { actor, turn, seen, versions: process.ports.catalogue.versions().length };
}
type Settings = Awaited<ReturnType<typeof settings>>;
const renameOffice =
  (office: string) =>
  ({ services }: NodeContext, { actor, seen, turn }: Settings) =>
    services.changeSettings({ name: 'words', value: { office: `${office} (${turn})` }, seen }, actor);
const adopt = async ({ services }: NodeContext, { actor, turn }: Settings) => {
  const figures = { '/thresholds/fullYearDays': 150 + turn };
  await services.adoptCriteria({ figures, from: inDays(30 + turn), actor });
};
const requireTwo = async ({ services }: NodeContext, { actor }: Settings) => {
  await services.changeApprovals({ criteria: true, actor });
};
const officeName = async ({ ports }: NodeContext) =>
  (await ports.store.readSettings()).get('words')?.replace(/ \(\d+\)/, '');
const adopted = async ({ ports }: NodeContext, { versions }: Settings) => {
  await Promise.all([ports.settings.refresh('now'), ports.catalogue.refresh('now')]);
  return [ports.catalogue.versions().length - versions, ports.settings.approvals().criteria];
};

describeEncounters('People, badges and settings', [
  encounter({
    name: 'two changes of a person',
    prepare: twoRecords,
    acts: [change('stays', 'Un'), change('stays', 'Deux')],
    look: people,
  }),
  encounter({
    name: 'a person changed and erased',
    prepare: twoRecords,
    acts: [change('goes', 'Un'), erase('goes')],
    look: people,
  }),
  encounter({
    name: 'a merge and a change of the record that stays',
    prepare: twoRecords,
    acts: [merge, change('stays', 'Un')],
    look: people,
  }),
  encounter({
    name: 'a merge and a change of the record that goes',
    prepare: twoRecords,
    acts: [merge, change('goes', 'Un')],
    look: people,
  }),
  encounter({
    name: 'a merge and an erasure',
    prepare: twoRecords,
    acts: [merge, erase('stays')],
    look: people,
  }),
  encounter({ name: 'two merges', prepare: twoRecords, acts: [merge, merge], look: people }),
  encounter({
    name: 'a profile made twice',
    prepare: badge,
    acts: [profile(true), profile(true)],
    look: shown,
  }),
  encounter({
    name: 'a profile changed and removed',
    prepare: withProfile,
    acts: [changeProfile, unprofile],
    look: shown,
  }),
  encounter({
    name: 'a profile removed twice',
    prepare: withProfile,
    acts: [unprofile, unprofile],
    look: shown,
  }),
  encounter({ name: 'a record made twice', prepare: badge, acts: [record, record], look: shown }),
  encounter({
    name: 'a record made again and withdrawn',
    prepare: withRecord,
    acts: [record, unrecord],
    look: shown,
  }),
  encounter({ name: 'a wallet’s code used twice', prepare: code, acts: [redeem, redeem], look: offered }),
  encounter({
    name: 'words of the service said by two',
    prepare: settings,
    acts: [renameOffice('DRNE'), renameOffice('DANE 21')],
    look: officeName,
  }),
  encounter({
    name: 'an adoption by one person and the wish for a second',
    prepare: settings,
    acts: [adopt, requireTwo],
    look: adopted,
  }),
]);
