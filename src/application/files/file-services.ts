import type { Ports } from '../service-ports.ts';
import { exportAwards } from './export/export-awards.ts';
import { exportRecords } from './export/export-records.ts';
import { exportRegister } from './export/export-register.ts';
import { importFiles } from './import/import-files.ts';
import {
  forgetColumns,
  importUpload,
  listCorrections,
  matchColumns,
  receiveUpload,
} from './upload/import-upload.ts';

/** Use cases of the DANE's files: imports, exports and uploads. */
export function fileServices(ports: Ports) {
  return {
    importFiles: importFiles(ports),
    receiveUpload: receiveUpload(ports),
    importUpload: importUpload(ports),
    listCorrections: listCorrections(ports),
    matchColumns: matchColumns(ports),
    forgetColumns: forgetColumns(ports),
    exportAwards: exportAwards(ports),
    exportRecords: exportRecords(ports),
    exportRegister: exportRegister(ports),
  };
}
