import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { audited } from '../support/audited.ts';
import { FEATURE_CONTRACTS } from './features.ts';
import { describeAudit } from './store-audit.contract.ts';
import { describeBadgeLog } from './store-badge-log.contract.ts';
import { describeChanges } from './store-changes.contract.ts';
import { describeCoverage } from './store-coverage.contract.ts';
import { describeCredentials } from './store-credentials.contract.ts';
import { describeDataVersions } from './store-data-versions.contract.ts';
import { describeDecisions } from './store-decisions.contract.ts';
import { describeDeclarations } from './store-declarations.contract.ts';
import { describeErasure } from './store-erasure.contract.ts';
import { describeEvents } from './store-events.contract.ts';
import { describeExport } from './store-export.contract.ts';
import { describeInvariants } from './store-invariants.contract.ts';
import { describeMail } from './store-mail.contract.ts';
import { describeMissionProposals, describeNewcomers } from './store-missions.contract.ts';
import { describeNetwork } from './store-network.contract.ts';
import { describeOutbox } from './store-outbox.contract.ts';
import { describePreconditions } from './store-preconditions.contract.ts';
import { describeProfiles } from './store-profiles.contract.ts';
import { describeProgramCredentials } from './store-program-credentials.contract.ts';
import { describeRecords } from './store-records.contract.ts';
import { describeRegister } from './store-register.contract.ts';
import { describeSchool } from './store-school.contract.ts';
import { describeSettings } from './store-settings.contract.ts';
import { describeUntrustedWrites } from './store-strangers.contract.ts';
import { describeTakenBack } from './store-taken-back.contract.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { describeUndoing } from './store-undoing.contract.ts';
import { describeUploads } from './store-uploads.contract.ts';
import { ADA, BOB, FIXTURE, person } from './store-values.ts';

/** Gives an empty store. `close` cleans up after it. */
export type OpenStore = () => Promise<{ readonly store: Store; close(): Promise<void> }>;

/** The contract of every store, on every engine. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`the store on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeEach(async () => {
      const { store, close } = await open();
      opened = { store: audited(store), close };
    });
    afterEach(() => opened.close());

    const underTest: StoreUnderTest = { store: () => opened.store };
    describeCommits(underTest);
    describeRecords(underTest);
    describeAudit(underTest);
    describeCredentials(underTest);
    describeDataVersions(underTest);
    describeDecisions(underTest);
    describeErasure(underTest);
    describeExport(underTest);
    describeOutbox(underTest);
    describeInvariants(underTest);
    describeMail(underTest);
    describeSchool(underTest);
    describeDeclarations(underTest);
    describeChanges(underTest);
    describeMissionProposals(underTest);
    describeNewcomers(underTest);
    describeUntrustedWrites(underTest);
    describeTakenBack(underTest);
    describeUndoing(underTest);
    describePreconditions(underTest);
    describeProfiles(underTest);
    describeBadgeLog(underTest);
    describeProgramCredentials(underTest);
    describeCoverage(underTest);
    describeNetwork(underTest);
    describeUploads(underTest);
    describeEvents(underTest);
    describeSettings(underTest);
    describeRegister(underTest);
    for (const describeFeature of FEATURE_CONTRACTS) describeFeature(underTest);
  });
}

function describeCommits({ store }: StoreUnderTest): void {
  describe('a commit', () => {
    it('of nothing does nothing', async () => {
      await store().commit([]);
      expect(await store().countRows()).toEqual({
        people: 0,
        engagements: 0,
        establishments: 0,
        credentials: 0,
      });
    });

    it('writes all of its changes or none', async () => {
      await store().commit(FIXTURE);
      const taken: Change = {
        kind: 'person-saved',
        person: person('person-eve' as typeof ADA, { emails: ['ada@ac-dijon.fr'] }),
      };
      const other: Change = { kind: 'person-saved', person: person(BOB, { familyName: 'Autre' }) };
      await expect(store().commit([other, taken])).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: expect.stringContaining('person_email') },
      });
      expect(await store().readPeople([BOB])).toMatchObject([{ familyName: 'Nom' }]);
      expect((await store().countRows()).people).toBe(2);
    });

    it('that refers to a missing record is a conflict', async () => {
      const attendance: Change = {
        kind: 'attendance-saved',
        attendance: { personId: ADA, eventCode: 'none', proof: 2 },
      };
      await expect(store().commit([attendance])).rejects.toMatchObject({ code: 'store-conflict' });
    });

    it('in a dry run stays in the dry run', async () => {
      await store().commit(FIXTURE);
      const dry = await store().openDryRun();
      await dry.commit([{ kind: 'person-saved', person: person(ADA, { familyName: 'À sec' }) }]);
      expect(await dry.readPeople([ADA])).toMatchObject([{ familyName: 'À sec' }]);
      expect((await dry.countRows()).establishments).toBe(2);
      await dry.close();
      expect(await store().readPeople([ADA])).toMatchObject([{ familyName: 'Nom' }]);
    });

    it('and a ping answer', async () => {
      await expect(store().ping()).resolves.toBeUndefined();
    });
  });
}
