import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { DANE } from '../support/fixtures/schools.ts';
import { inDays, THIS_YEAR } from '../support/now.ts';

const closesOn = inDays(20);

async function named(process: NodeContext) {
  return { actor: await idOf(process, DANE), name: `Rentrée ${crypto.randomUUID()}` };
}
type Named = Awaited<ReturnType<typeof named>>;

const open =
  (more: number) =>
  async ({ services }: NodeContext, { actor, name }: Named) => {
    const opened = await services.openCampaign({
      actor,
      name,
      schoolYear: THIS_YEAR,
      closesOn: inDays(20 + more),
    });
    return opened === 'name-taken' ? opened : 'opened';
  };

async function opened(process: NodeContext) {
  const { actor, name } = await named(process);
  const campaign = await process.services.openCampaign({ actor, name, schoolYear: THIS_YEAR, closesOn });
  if (campaign === 'name-taken') throw new Error('the name is taken');
  return { actor, id: campaign.id };
}
type Opened = Awaited<ReturnType<typeof opened>>;

const end =
  (cancelled: boolean) =>
  ({ services }: NodeContext, { actor, id }: Opened) =>
    services.closeCampaign({ id, cancelled, actor });

/** A campaign whose job has begun and asked no one yet. */
async function asking(process: NodeContext) {
  const { actor, id } = await opened(process);
  const job = await process.services.beginJob({ kind: 'ask-confirmations', campaignId: id }, actor);
  return { actor, id, job };
}
type Asking = Awaited<ReturnType<typeof asking>>;

const ask = async ({ services }: NodeContext, { job }: Asking) => {
  await services.advanceJob(job.id);
};

async function requestsOf(process: NodeContext, { id }: Opened) {
  const { store } = process.ports;
  const campaign = await store.readCampaign(id);
  const requests = await store.readCampaignRequests({
    campaignId: id,
    askedUntil: '9999' as never,
    limit: 50,
  });
  return {
    closed: campaign?.closedAt !== undefined,
    cancelled: campaign?.cancelled === true,
    requests: requests.length,
    audit: await actionsOf(process, id),
  };
}

describeEncounters('Campaigns', [
  encounter({
    name: 'the same creation sent twice',
    prepare: named,
    acts: [open(0), open(0)],
    look: async (process, { name }) => {
      const campaign = await process.ports.store.readCampaignNamed(name);
      return { campaign: campaign?.name === name, audit: await actionsOf(process, campaign?.id ?? '') };
    },
  }),
  encounter({
    name: 'two creations of one name',
    prepare: named,
    acts: [open(0), open(5)],
    look: async (process, { name }) => (await process.ports.store.readCampaignNamed(name))?.closesOn,
  }),
  encounter({ name: 'two cancellations', prepare: opened, acts: [end(true), end(true)], look: requestsOf }),
  encounter({ name: 'two closings', prepare: opened, acts: [end(false), end(false)], look: requestsOf }),
  encounter({
    name: 'a closing and a cancellation',
    prepare: opened,
    acts: [end(false), end(true)],
    look: requestsOf,
  }),
  encounter({
    name: 'its job that asks and its cancellation',
    prepare: asking,
    acts: [ask, end(true)],
    look: requestsOf,
  }),
]);
