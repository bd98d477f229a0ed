import { beginJob } from '../jobs/begin-job.ts';
import type { Ports } from '../service-ports.ts';
import { exportAwards } from './export/export-awards.ts';
import { exportRecords } from './export/export-records.ts';
import { exportRegister } from './export/export-register.ts';
import { importFiles } from './import/import-files.ts';
import { importUpload, listCorrections, receiveUpload } from './upload/import-upload.ts';
import { forgetColumns, matchColumns } from './upload/match-columns.ts';

/** Use cases of the DANE's files: imports, exports and uploads. */
export function fileServices(ports: Ports) {
  const importing = importFiles(ports);
  const uploads = { ...ports, importFiles: importing, beginJob: beginJob(ports) };
  return {
    importFiles: importing,
    receiveUpload: receiveUpload(uploads),
    importUpload: importUpload(uploads),
    listCorrections: listCorrections(uploads),
    matchColumns: matchColumns(ports),
    forgetColumns: forgetColumns(ports),
    exportAwards: exportAwards(ports),
    exportRecords: exportRecords(ports),
    exportRegister: exportRegister(ports),
  };
}
