import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Award } from '../../src/domain/award/types.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../src/domain/time/calendar.ts';
import { identityHash } from '../../src/open-badges/keys/sha256.ts';
import { jalon } from '../support/command-line.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const FALSE_YEAR = 'Une année entière d’engagement (303 jours). Point d’étape tenu ou bilan remis.';
const FALSE_CONTRIBUTIONS = '2 formations animées et 1 ressource partagée.';

let service: TestService;
let agent: SignedInBrowser;
let id: CredentialId;

beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  const [badge] = await issueEverything(service);
  if (!badge) throw new Error('nothing was issued');
  ({ id } = badge);
});
afterEach(() => service.stop());

const read = async () => {
  const found = await service.ports.store.readCredential(id);
  if (!found?.credential) throw new Error('not there');
  return { award: found.award, credential: found.credential };
};
const outcomes = (dryRun: boolean) =>
  Array.fromAsync(service.services.reSignMisstated({ actor: 'test', dryRun }));

/** Signs the badge like an earlier version: with a hash of the address, a waived review, and contributions
 *  that no one validated. */
async function signAsBefore(): Promise<void> {
  const { signer, clock, store, waitUntilAfter } = service.ports;
  const { credential } = await read();
  const { proof: _, ...body } = JSON.parse(credential.document);
  const hashed = {
    type: 'IdentityObject',
    hashed: true,
    identityType: 'emailAddress',
    identityHash: await identityHash(CLAIRE, credential.salt),
    salt: credential.salt,
  };
  await waitUntilAfter(credential.validFrom);
  const validFrom = clock.now();
  const stated = [
    { type: ['Evidence'], name: fr.signed.schoolYear(2023), narrative: FALSE_YEAR },
    { type: ['Evidence'], name: 'Contributions', narrative: FALSE_CONTRIBUTIONS },
  ];
  const former = {
    ...body,
    validFrom,
    evidence: stated,
    credentialSubject: { ...body.credentialSubject, identifier: [hashed] },
  };
  const { document: embedded, jws, digests } = await signer.signForms(former);
  const document = JSON.stringify(embedded);
  const signed = { ...credential, revision: credential.revision + 1, validFrom, document, jws };
  await store.commit([
    { kind: 'credential-reissued', credential: signed, digests, asRead: credential },
    {
      kind: 'holder-chose',
      credentialId: id,
      choice: { ...credential.choice, acceptance: 'accepted', visibility: 'public' },
      asRead: credential,
    },
  ]);
}

/** The award as if it had been granted on a future day. */
async function grantAsOf(on: LocalDate): Promise<void> {
  const { award } = await read();
  const evaluation = { ...award.evaluation, on, facts: { ...award.evaluation.facts, on } };
  await rewrite({ ...award, evaluation });
}

/** No change writes an award twice, so this writes the state of an earlier version into the database. */
async function rewrite({ id: awardId, evaluation }: Award): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(`${service.folder}/jalon.db`);
  database.prepare('UPDATE award SET evaluation = ? WHERE id = ?').run(JSON.stringify(evaluation), awardId);
  database.close();
}

describe('a badge whose signed claims exceed the established facts', () => {
  it('is listed with its fault, signed again, and nowhere false afterwards', async () => {
    await signAsBefore();
    const before = await read();
    const [listed] = await outcomes(true);
    expect(listed).toMatchObject({
      reSigned: false,
      found: { kind: 'misstated', misstatement: { of: ['email-identifier', 'contributions', 'evidence'] } },
    });
    expect((await read()).credential.document).toBe(before.credential.document);
    const page = await (await agent.get('/dane/re-signing')).text();
    expect(page).toContain(fr.dane.corrections.of['email-identifier']);
    expect(page).toContain('2 formations animées');

    expect(await outcomes(false)).toMatchObject([{ reSigned: true }]);
    const after = await read();
    const [one, two] = [JSON.parse(before.credential.document), JSON.parse(after.credential.document)];
    expect(two).toMatchObject({
      id: one.id,
      credentialStatus: one.credentialStatus,
      credentialSubject: { id: one.credentialSubject.id },
    });
    expect(two.awardedDate).toBe(one.awardedDate);
    expect(two.validFrom > one.validFrom).toBe(true);
    expect(two.credentialSubject).not.toHaveProperty('identifier');
    const false_ = ['formations animées', 'Point d’étape tenu', after.credential.salt, 'emailAddress'];
    for (const suffix of ['', '?lang=en', '.json', '.jws', '.png', '.svg']) {
      const answer = await service.get(`/credentials/${id}${suffix}`);
      expect(answer.status).toBe(200);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const text = new TextDecoder().decode(bytes);
      const [, payload = ''] = suffix === '.jws' ? text.split('.') : [];
      const read = payload ? Buffer.from(payload, 'base64url').toString() : text;
      expect(false_.filter((texts) => read.includes(texts))).toEqual([]);
      if (!suffix.startsWith('.')) continue;
      expect((await service.verify({ kind: 'bytes', bytes })).verified).toBe(true);
    }
    expect(await outcomes(false)).toEqual([]);
  });

  it('is shown, until then, only in its signed words', async () => {
    await signAsBefore();
    const served = await (await service.get(`/credentials/${id}`)).text();
    expect(served).toContain('2 formations animées');
    expect(served).not.toContain('règle d’avant');
    expect(served).not.toContain('Familles de missions exercées\u00a0:');
  });

  it('is corrected by the job of the page, which counts it', async () => {
    await signAsBefore();
    const begun = await agent.post('/dane/re-signing');
    const path = begun.headers.get('Location') ?? '';
    let page = '';
    do page = await (await agent.get(path)).text();
    while (page.includes('http-equiv="refresh"'));
    expect(page).toContain(fr.dane.jobs.outcomes['re-signed']);
    expect((await read()).credential.document).not.toContain('emailAddress');
    expect(await (await agent.get('/dane/re-signing')).text()).toContain(fr.dane.corrections.none);
  });

  it('is corrected at once where its holder accepts it', async () => {
    await signAsBefore();
    const { credential } = await read();
    const waiting = { ...credential.choice, acceptance: 'private' as const };
    await service.ports.store.commit([
      { kind: 'holder-chose', credentialId: id, choice: waiting, asRead: credential },
    ]);
    const accepted = await service.services.acceptCredential({ id, actor: 'test' });
    expect(accepted.document).not.toContain('emailAddress');
    expect(accepted.document).not.toContain('formations animées');
  });

  it('is not signed again once it is revoked, which is said and counted on every channel', async () => {
    await signAsBefore();
    await service.services.revokeCredential({ id, reason: 'Erreur de saisie', actor: 'test' });
    const { credential: before } = await read();
    expect(await outcomes(false)).toMatchObject([{ reSigned: false, found: { kind: 'revoked' } }]);
    const { lines } = await jalon(['re-sign', '--json'], { environment: service.environment });
    expect(lines).toMatchObject([
      { kind: 'revoked', credential: expect.stringContaining(id) },
      { kind: 'summary', reSigned: 0, revoked: 1, toDecide: 0 },
    ]);
    const page = await (await agent.get('/dane/re-signing')).text();
    expect(page).toContain(fr.dane.corrections.revoked.title(1));
    const job = (await agent.post('/dane/re-signing')).headers.get('Location')?.split('/').at(-1) ?? '';
    while (!(await service.services.advanceJob(job))?.finishedAt);
    expect((await service.ports.store.readJob(job))?.progress.counts).toEqual({ 'left-revoked': 1 });
    const { credential } = await read();
    expect([credential.revision, credential.document]).toEqual([before.revision, before.document]);
    expect(credential.revocation?.reason).toBe('Erreur de saisie');
  });

  it('is not signed again once it is revoked where its holder’s name changes', async () => {
    await service.services.acceptCredential({ id, name: 'full', actor: 'test' });
    await service.services.revokeCredential({ id, reason: 'Erreur de saisie', actor: 'test' });
    const { document } = (await read()).credential;
    await service.importText({ 'personnes.csv': `email;prenom;nom\n${CLAIRE};Claire;Martin\n` });
    await service.services.emptyOutbox();
    expect((await read()).credential.document).toBe(document);
  });

  it('has the present name of its holder', async () => {
    await service.services.acceptCredential({ id, name: 'full', actor: 'test' });
    const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    if (!person) throw new Error('nobody');
    await service.ports.store.commit([{ kind: 'person-saved', person: { ...person, familyName: 'Martin' } }]);
    expect(await outcomes(false)).toMatchObject([{ found: { misstatement: { of: ['holder'] } } }]);
    expect((await read()).credential.document).toContain('Claire Martin');
  });
});

describe('a badge whose claims are established', () => {
  it('stays as it was signed', async () => {
    const { document } = await service.services.acceptCredential({ id, name: 'full', actor: 'test' });
    expect(await outcomes(false)).toEqual([]);
    expect((await read()).credential.document).toBe(document);
  });
});

describe('a badge that was granted for a future day', () => {
  it('waits for a person’s decision, and is never signed again automatically', async () => {
    await signAsBefore();
    await grantAsOf('2999-06-30' as LocalDate);
    const { credential } = await read();
    expect(await outcomes(false)).toMatchObject([
      { reSigned: false, found: { kind: 'to-decide', on: '2999-06-30', metToday: true } },
    ]);
    expect((await read()).credential.document).toBe(credential.document);
    const page = await (await agent.get('/dane/re-signing')).text();
    expect(page).toContain(fr.dane.entries.decide);
    expect(page).toContain(`/dane/credentials/${id}/revocation`);
  });

  it('cannot be made, with a reason or without', async () => {
    const today = localDateInParis(service.ports.clock.now());
    const tomorrow = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace(
      '02-29',
      '02-28',
    ) as LocalDate;
    const scope = { kind: 'person' as const, email: CLAIRE, achievement: 'RUPN-CONF' };
    for (const reason of [{}, { reason: 'Départ à la retraite' }]) {
      const grant = Array.fromAsync(
        service.services.grantAwards({ scope, on: tomorrow, actor: 'test', ...reason }),
      );
      await expect(grant).rejects.toMatchObject({ code: 'day-to-come' });
    }
    const requested = { kind: 'try-criteria' as const, figures: {}, on: tomorrow };
    await expect(service.services.beginJob(requested, agent.personId as never)).rejects.toMatchObject({
      code: 'day-to-come',
    });
  });
});
