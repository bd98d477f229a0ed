import { seenContribution } from '../../src/domain/award/counted-records.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { NodeContext } from '../../src/node.ts';
import { describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CLAIRE, DANE } from '../support/fixtures/schools.ts';

/** A new contribution of Claire's, as it was read. */
async function contribute(process: NodeContext, turn: number) {
  const personId = await idOf(process, CLAIRE);
  const title = `Projet ${turn} ${crypto.randomUUID()}`;
  const said = { kind: 'project' as const, on: '2026-01-10' as LocalDate, title };
  await process.services.addContribution({ personId, said });
  const { record } = await process.services.readOwnRecord(personId);
  const contribution = record.contributions.find((one) => one.title === title);
  if (!contribution) throw new Error('no contribution');
  return { actor: await idOf(process, DANE), personId, contribution };
}
type Contributed = Awaited<ReturnType<typeof contribute>>;

const change =
  (description: string) =>
  ({ services }: NodeContext, { personId, contribution: { reference, ...said } }: Contributed) =>
    services.changeContribution({
      ...{ personId, reference, seen: seenContribution({ ...said, reference }) },
      said: { kind: said.kind, on: said.on, title: said.title ?? '', description },
    });
const validate = async ({ services }: NodeContext, { actor, contribution }: Contributed) => {
  const seen = [seenContribution(contribution)];
  const { validated, left } = await services.validateContributions({
    ...{ references: [contribution.reference], seen, actor },
  });
  return { validated: validated.length, left };
};
const withdraw = ({ services }: NodeContext, { personId, contribution }: Contributed) =>
  services.removeContribution({ personId, reference: contribution.reference });
const stands = async ({ ports }: NodeContext, { contribution: { reference, personId } }: Contributed) => {
  const [one] = await ports.store.readContributions([reference]);
  const entries = await ports.store.readAuditOf(personId, 500);
  return {
    contribution: one && { validated: one.validated, description: one.description },
    audit: entries
      .filter(({ details }) => details?.['reference'] === reference)
      .map(({ action }) => action)
      .toSorted(),
  };
};

describeEncounters('Contributions', [
  encounter({
    name: 'a change by the author and the validation',
    prepare: contribute,
    acts: [change('Autre'), validate],
    look: stands,
  }),
  encounter({
    name: 'the removal by the author and the validation',
    prepare: contribute,
    acts: [withdraw, validate],
    look: stands,
  }),
  encounter({
    name: 'two changes by the author in two tabs',
    prepare: contribute,
    acts: [change('Un'), change('Deux')],
    look: stands,
  }),
  encounter({ name: 'two validations', prepare: contribute, acts: [validate, validate], look: stands }),
  encounter({ name: 'two removals', prepare: contribute, acts: [withdraw, withdraw], look: stands }),
]);
