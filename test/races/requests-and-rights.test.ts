import type { Uai } from '../../src/domain/uai.ts';
import type { DataRequest } from '../../src/features/data-requests/feature.ts';
import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CLAIRE, DANE, PAUL } from '../support/fixtures/schools.ts';

const UAI = '0210011Y' as Uai;

async function requestData(process: NodeContext) {
  const personId = await idOf(process, CLAIRE);
  const message = `Mon nom ${crypto.randomUUID()}`;
  await process.services.makeDataRequest({ personId, kind: 'rectification', message });
  const all = await process.ports.store.readDataRequestsOf(personId);
  const request = all.find((one) => one.message === message);
  if (!request) throw new Error('no request');
  return { request, personId };
}
type WithDataRequest = { readonly request: DataRequest };

const answer =
  (texts: string) =>
  ({ services }: NodeContext, { request: { id } }: WithDataRequest) =>
    services.settleDataRequest({ id, answer: texts, actor: 'agent' });

async function doubted(process: NodeContext) {
  const [actor, personId] = await Promise.all([idOf(process, DANE), idOf(process, PAUL)]);
  const id = crypto.randomUUID();
  const at = process.ports.clock.now();
  // The provider states Paul's name: linking asks for no second confirmation.
  const name = { givenName: 'Paul', familyName: 'Martin' };
  const identity = { issuer: 'https://idp.example', subject: id, provider: 'proconnect' as const, ...name };
  await process.ports.store.commit([
    { kind: 'sign-in-doubted', doubt: { id, identity, reason: 'no-address', firstAt: at, lastAt: at } },
  ]);
  return { id, actor, personId, subject: id };
}
type Doubted = Awaited<ReturnType<typeof doubted>>;
const bind = ({ services }: NodeContext, { id, actor, personId }: Doubted) =>
  services.settleDoubt({ id, actor, personId });
const dismiss = ({ services }: NodeContext, { id, actor }: Doubted) => services.settleDoubt({ id, actor });

async function undeclared(process: NodeContext) {
  const [by, personId] = await Promise.all([idOf(process, DANE), idOf(process, CLAIRE)]);
  await process.services.withdrawHeadship({ personId, uai: UAI, by }).catch(() => undefined);
  const before = await actionsOf(process, personId);
  return { by, personId, before: before.length };
}
type Undeclared = Awaited<ReturnType<typeof undeclared>>;
const declare = ({ services }: NodeContext, { personId }: Undeclared) =>
  services.declareHeadship({ actor: { personId } as never, mayHead: [UAI] }, UAI);
async function declared(process: NodeContext) {
  const person = await undeclared(process);
  await declare(process, person);
  return { ...person, before: person.before + 1 };
}
const accept = ({ services }: NodeContext, { personId, by }: Undeclared) =>
  services.checkHeadship({ personId, uai: UAI, by });
const withdraw = ({ services }: NodeContext, { personId, by }: Undeclared) =>
  services.withdrawHeadship({ personId, uai: UAI, by });
const headship = async (process: NodeContext, { personId, before }: Undeclared) => ({
  stands: (await process.ports.store.readHeadships([UAI])).filter((one) => one.personId === personId),
  lines: (await actionsOf(process, personId)).length - before,
});

const token = async ({ services }: NodeContext) =>
  (await services.createToken({ role: 'reader', name: 'Tableau', actor: 'agent' })).token;
const revoke = async ({ services }: NodeContext, { id }: { readonly id: string }) =>
  (await services.revokeToken({ id, actor: 'agent' })).state;

describeEncounters('Requests and rights', [
  encounter({
    name: 'two answers to a request about data',
    prepare: requestData,
    acts: [answer('Fait.'), answer('Refusé.')],
    look: async ({ ports }, { request: { id }, personId }) => ({
      answer: (await ports.store.readDataRequest(id))?.settled?.answer,
      lines: (await ports.store.readAuditOf(personId, 500)).filter(({ details }) => details?.['id'] === id)
        .length,
    }),
  }),
  encounter({
    name: 'a doubt bound and dismissed',
    prepare: doubted,
    acts: [bind, dismiss],
    look: async (process, { id, personId }) => ({
      bound: (await process.ports.store.readIdentity('https://idp.example', id)) === personId,
      dismissed: await actionsOf(process, id),
    }),
  }),
  encounter({
    name: 'a declaration accepted and withdrawn',
    prepare: declared,
    acts: [accept, withdraw],
    look: headship,
  }),
  encounter({
    name: 'a declaration accepted twice',
    prepare: declared,
    acts: [accept, accept],
    look: headship,
  }),
  encounter({
    name: 'a declaration withdrawn twice',
    prepare: declared,
    acts: [withdraw, withdraw],
    look: headship,
  }),
  encounter({
    name: 'a headship declared twice',
    prepare: undeclared,
    acts: [declare, declare],
    look: headship,
  }),
  encounter({
    name: 'a token revoked twice',
    prepare: token,
    acts: [revoke, revoke],
    look: (process, { id }) => actionsOf(process, id),
  }),
]);
