import { makeScan } from '../../src/application/roll-call/codes.ts';
import type { Authorisation } from '../../src/domain/records.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CHEF, DANE, PAUL } from '../support/fixtures/schools.ts';
import { inDays, todayInParis } from '../support/now.ts';

const UAI = '0210001M' as Uai;

/** An event of today without anything else. */
async function event(process: NodeContext) {
  const [actor, paul] = await Promise.all([idOf(process, DANE), idOf(process, PAUL)]);
  const code = `RENC-${crypto.randomUUID().slice(0, 8)}`;
  const stated = { code, kind: 'EV-RENC' as const, title: 'Rencontre', startsOn: todayInParis(), tags: [] };
  await process.services.saveEvent({ event: stated, isNew: true, actor });
  return { actor, paul, event: stated, eventCode: code };
}
type OfEvent = Awaited<ReturnType<typeof event>>;
const retitled =
  (title: string) =>
  ({ services }: NodeContext, { actor, event: stated }: OfEvent) =>
    services.saveEvent({ event: { ...stated, title }, isNew: false, actor });
const titleOf = async (process: NodeContext, { eventCode }: { readonly eventCode: string }) => ({
  title: (await process.ports.store.readEvents([eventCode]))[0]?.title,
  audit: await actionsOf(process, eventCode),
});

async function unwritten(process: NodeContext) {
  const of = await event(process);
  const code = `${of.eventCode}-B`;
  return { ...of, event: { ...of.event, code }, eventCode: code };
}
const created =
  (title: string) =>
  ({ services }: NodeContext, { actor, event: stated }: OfEvent) =>
    services.saveEvent({ event: { ...stated, title }, isNew: true, actor });

const openFor =
  (minutes: number) =>
  async ({ services, ports }: NodeContext, { eventCode, actor, at }: OfEvent & { readonly at: string }) => {
    const opensAt = secondsAfter(at as never, -60);
    const closesAt = secondsAfter(opensAt, 60 * minutes);
    const { secret } = await services.openRollCall({ eventCode, opensAt, closesAt, actor });
    return secret === (await ports.store.readLatestRollCall(eventCode))?.secret
      ? closesAt === secondsAfter(opensAt, 60 * minutes)
      : 'another';
  };
const toCome = async (process: NodeContext) => ({ ...(await event(process)), at: process.ports.clock.now() });
async function opened(process: NodeContext) {
  const of = await toCome(process);
  await openFor(60)(process, of);
  const secret = (await process.ports.store.readLatestRollCall(of.eventCode))?.secret ?? '';
  return { ...of, secret };
}
type Opened = Awaited<ReturnType<typeof opened>>;
const close = ({ services }: NodeContext, { eventCode, actor }: OfEvent) =>
  services.closeRollCall(eventCode, actor);
const sign = ({ services, ports }: NodeContext, { secret, paul }: Opened) =>
  services.signRollCall(makeScan({ secret }, 'screen', ports.clock.now()), paul);
const rollCallOf = async (process: NodeContext, { eventCode }: OfEvent) => {
  const { store, clock } = process.ports;
  const latest = await store.readLatestRollCall(eventCode);
  return {
    stands: latest !== undefined && latest.closesAt > clock.now(),
    signed: await store.countEventAttendances(eventCode),
    audit: await actionsOf(process, eventCode),
  };
};

const invite = ({ services }: NodeContext, { eventCode, actor }: OfEvent) =>
  services.invitePeople({ eventCode, by: actor });
async function invited(process: NodeContext) {
  const of = await event(process);
  await invite(process, of);
  return of;
}
const cancel = ({ services }: NodeContext, { eventCode, actor }: OfEvent) =>
  services.cancelInvitations({ eventCode, by: actor });
const come = ({ services }: NodeContext, { eventCode, paul }: OfEvent) =>
  services.answerInvitation({ eventCode, personId: paul, answer: 'coming' });
const invitations = async (process: NodeContext, { eventCode, paul }: OfEvent) => ({
  counts: await process.ports.store.countInvitations(eventCode),
  answer: (await process.ports.store.readInvitation(eventCode, paul))?.answer?.kind,
  audit: await actionsOf(process, eventCode),
});

/** A school whose meetings are all over. */
async function met(process: NodeContext) {
  const [by, head] = await Promise.all([idOf(process, DANE), idOf(process, CHEF)]);
  for (const { id, state } of await process.ports.store.readSchoolMeetingsAt(UAI)) {
    if (state !== 'cancelled') await process.services.cancelMeeting({ id, by, side: 'dane' });
  }
  return { by, head };
}
type Met = Awaited<ReturnType<typeof met>>;
const isRequestedBy =
  (side: 'dane' | 'principal') =>
  async ({ services }: NodeContext, { by, head }: Met) =>
    (await services.askMeeting({ by: side === 'dane' ? by : head, side, uai: UAI })).askedBy === by;
const waiting = async ({ ports }: NodeContext) =>
  (await ports.store.readSchoolMeetingsAt(UAI)).filter(({ state }) => state !== 'cancelled').length;

const ACTION: Authorisation = {
  uai: UAI,
  mission: 'C6',
  localAuthority: 'Département',
  period: { from: inDays(-30) },
} as unknown as Authorisation;
async function authorised(process: NodeContext) {
  const by = await idOf(process, CHEF);
  const authorisation = { ...ACTION, localAuthority: crypto.randomUUID() };
  await process.services.saveLocalAction({ authorisation, by });
  return { by, authorisation };
}
type Authorised = Awaited<ReturnType<typeof authorised>>;
async function unauthorised(process: NodeContext) {
  return { by: await idOf(process, CHEF), authorisation: { ...ACTION, localAuthority: crypto.randomUUID() } };
}
const authorise = ({ services }: NodeContext, command: Authorised) => services.saveLocalAction(command);
const withdrawn = ({ services }: NodeContext, command: Authorised) => services.removeLocalAction(command);
const prolonged = ({ services }: NodeContext, { by, authorisation }: Authorised) => {
  const period = { ...authorisation.period, to: inDays(90) };
  return services.saveLocalAction({
    authorisation: { ...authorisation, period },
    original: authorisation,
    by,
  });
};
const procedureSheetWith =
  (url: string) =>
  ({ services }: NodeContext, { by, authorisation }: Authorised) =>
    services.saveProcedureSheet({ action: authorisation, by, given: { url } });
const unsheet = ({ services }: NodeContext, { by, authorisation }: Authorised) =>
  services.removeProcedureSheet({ action: authorisation, by });
async function sheeted(process: NodeContext) {
  const of = await authorised(process);
  await procedureSheetWith('https://a.example/')(process, of);
  return of;
}
const actionOf = async ({ ports }: NodeContext, { authorisation: { localAuthority } }: Authorised) => {
  const found = (await ports.store.readAuthorisations([UAI])).filter(
    (one) => one.localAuthority === localAuthority,
  );
  const sheets = await ports.store.readProcedureSheets(UAI);
  return {
    ends: found.map(({ period }) => period.to),
    sheets: sheets
      .filter(({ action }) => action.localAuthority === localAuthority)
      .map(({ content }) => content),
  };
};

describeEncounters('Events and schools', [
  encounter({
    name: 'two changes of an event',
    prepare: event,
    acts: [retitled('Un'), retitled('Deux')],
    look: titleOf,
  }),
  encounter({
    name: 'two events of one code',
    prepare: unwritten,
    acts: [created('Un'), created('Deux')],
    look: titleOf,
  }),
  encounter({
    name: 'the same sheet opened twice',
    prepare: toCome,
    acts: [openFor(60), openFor(60)],
    look: rollCallOf,
  }),
  encounter({
    name: 'two sheets with other hours',
    prepare: toCome,
    acts: [openFor(60), openFor(90)],
    look: rollCallOf,
  }),
  encounter({ name: 'a sheet closed twice', prepare: opened, acts: [close, close], look: rollCallOf }),
  encounter({ name: 'a sheet signed and closed', prepare: opened, acts: [sign, close], look: rollCallOf }),
  encounter({
    name: 'invitations cancelled twice',
    prepare: invited,
    acts: [cancel, cancel],
    look: invitations,
  }),
  encounter({
    name: 'an invitation answered and cancelled',
    prepare: invited,
    acts: [come, cancel],
    look: invitations,
  }),
  encounter({
    name: 'a meeting asked by both sides',
    prepare: met,
    acts: [isRequestedBy('dane'), isRequestedBy('principal')],
    look: waiting,
  }),
  encounter({
    name: 'an action recorded twice',
    prepare: unauthorised,
    acts: [authorise, authorise],
    look: actionOf,
  }),
  encounter({
    name: 'an action prolonged and removed',
    prepare: authorised,
    acts: [prolonged, withdrawn],
    look: actionOf,
  }),
  encounter({
    name: 'two procedure sheets of one action',
    prepare: authorised,
    acts: [procedureSheetWith('https://a.example/'), procedureSheetWith('https://b.example/')],
    look: actionOf,
  }),
  encounter({
    name: 'a procedure sheet replaced and removed',
    prepare: sheeted,
    acts: [procedureSheetWith('https://b.example/'), unsheet],
    look: actionOf,
  }),
]);
