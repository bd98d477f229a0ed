import { closeSheet, openSheet, signSheet } from '../events/event-sheets.ts';
import { removeAttendance, saveAttendance, saveEvent } from '../events/keep-events.ts';
import { exportAwards } from '../export/export-awards.ts';
import type { TableWriters } from '../export/table.ts';
import { importFiles } from '../import/import-files.ts';
import type { OpenSheets } from '../import/sheet.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';
import { changeSettings } from '../settings/change-settings.ts';
import type { LivingSettings } from '../settings/living-settings.ts';
import { importUpload, listCorrections, receiveUpload } from './import-upload.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
  readonly settings: LivingSettings;
}

/** The DANE's own data keeping. */
export function dataServices(needs: Needs & Parameters<typeof importFiles>[0]) {
  const uploads = { ...needs, importFiles: importFiles(needs) };
  return {
    receiveUpload: receiveUpload(uploads),
    importUpload: importUpload(uploads),
    listCorrections: listCorrections(uploads),
    saveEvent: saveEvent(needs),
    saveAttendance: saveAttendance(needs),
    removeAttendance: removeAttendance(needs),
    openSheet: openSheet(needs),
    closeSheet: closeSheet(needs),
    signSheet: signSheet(needs),
    exportAwards: exportAwards(needs),
    changeSettings: changeSettings(needs),
  };
}
