import type { SchoolScope } from '../domain/engagement/school-scope.ts';
import { saveAttendance, saveEvent } from './events/keep-events.ts';
import { closeRollCall, openRollCall, signRollCall } from './events/roll-calls.ts';
import { exportAwards } from './files/export/export-awards.ts';
import { exportRecords } from './files/export/export-records.ts';
import { exportRegister } from './files/export/export-register.ts';
import type { TableWriters } from './files/export/table.ts';
import { importFiles } from './files/import/import-files.ts';
import type { OpenSheets } from './files/import/sheet.ts';
import { importUpload, listCorrections, receiveUpload } from './files/upload/import-upload.ts';
import { forgetColumns, matchColumns } from './files/upload/match-columns.ts';
import { beginJob } from './jobs/begin-job.ts';
import type { Catalogue, Clock, Ids, Store } from './ports.ts';
import { exportWishes, planWish, readWishes, takeBackWish } from './records/wished-trainings.ts';
import { changeSettings } from './settings/change-settings.ts';
import type { LivingSettings } from './settings/living-settings.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
  readonly settings: LivingSettings;
  readonly scope: SchoolScope;
}

/** Use cases of the DANE's data: imports, events, sign-in sheets, exports, settings. */
export function dataServices(needs: Needs & Parameters<typeof importFiles>[0]) {
  const uploads = { ...needs, importFiles: importFiles(needs), beginJob: beginJob(needs) };
  return {
    receiveUpload: receiveUpload(uploads),
    importUpload: importUpload(uploads),
    listCorrections: listCorrections(uploads),
    matchColumns: matchColumns(needs),
    forgetColumns: forgetColumns(needs),
    saveEvent: saveEvent(needs),
    saveAttendance: saveAttendance(needs),
    openRollCall: openRollCall(needs),
    closeRollCall: closeRollCall(needs),
    signRollCall: signRollCall(needs),
    exportAwards: exportAwards(needs),
    exportRecords: exportRecords(needs),
    exportRegister: exportRegister(needs),
    readWishes: readWishes(needs),
    planWish: planWish(needs),
    takeBackWish: takeBackWish(needs),
    exportWishes: exportWishes(needs),
    changeSettings: changeSettings(needs),
  };
}
