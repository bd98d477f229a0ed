import type { CompiledQuery } from 'kysely';
import { sql } from 'kysely';
import type { Store } from '../../application/ports.ts';
import { makeClaims } from './claims.ts';
import type { Database } from './database.ts';
import { makeAccountReader } from './reading/read-accounts.ts';
import { makeAdministrationReader } from './reading/read-administration.ts';
import { makeAwardReader } from './reading/read-awards.ts';
import { makeCampaignReader } from './reading/read-campaigns.ts';
import { makeClockReader } from './reading/read-clocks.ts';
import { makeCoverageReader } from './reading/read-coverage.ts';
import { makeCredentialReader } from './reading/read-credentials.ts';
import { makeDecisionReader } from './reading/read-decisions.ts';
import { makeEventReader } from './reading/read-events.ts';
import { makeExportReader } from './reading/read-export.ts';
import { makeImportReader } from './reading/read-import.ts';
import { makeMailReader } from './reading/read-mail.ts';
import { makeMyReader } from './reading/read-my.ts';
import { makeRegisterReader } from './reading/read-register.ts';
import { makeRegisterExportReader } from './reading/read-register-export.ts';
import { makeSchoolReader } from './reading/read-school.ts';
import { makeSettingsReader } from './reading/read-settings.ts';
import { makeUploadReader } from './reading/read-uploads.ts';
import { makeWriter } from './writing/write.ts';

/** What only the engine's own file can do. */
export interface Engine {
  /** All of the statements or none; a broken constraint throws `store-conflict`. */
  commit(queries: readonly CompiledQuery[]): Promise<void>;
  /** Called after a person was erased: nothing of them may stay beside the tables. */
  forget?(): Promise<void>;
  openDryRun(): Promise<Store>;
  /** Refused where nothing could be written now; where absent, one query that answers is enough. */
  probe?(): Promise<void>;
  /** Called once, after the last query. */
  close(): Promise<void>;
}

/** The store on any engine: readers, and commits as compiled statements. */
export function makeStore(database: Database, engine: Engine): Store {
  const toQueries = makeWriter(database);
  return {
    ...makeImportReader(database),
    ...makeExportReader(database),
    ...makeAwardReader(database),
    ...makeCredentialReader(database),
    ...makeAdministrationReader(database),
    ...makeAccountReader(database),
    ...makeDecisionReader(database),
    ...makeRegisterReader(database),
    ...makeUploadReader(database),
    ...makeEventReader(database),
    ...makeSettingsReader(database),
    ...makeRegisterExportReader(database),
    ...makeMailReader(database),
    ...makeSchoolReader(database),
    ...makeMyReader(database),
    ...makeCoverageReader(database),
    ...makeCampaignReader(database),
    ...makeClockReader(database),
    ...makeClaims(database),
    commit: async (changes) => {
      if (changes.length > 0) await engine.commit(toQueries(changes));
      if (changes.some(({ kind }) => kind === 'person-erased')) await engine.forget?.();
    },
    openDryRun: () => engine.openDryRun(),
    ping: async () => {
      await (engine.probe?.() ?? sql`select 1`.execute(database.db));
    },
    close: async () => {
      await database.db.destroy();
      await engine.close();
    },
  };
}
