import type { CliCopyTexts } from '../../fr/cli/copy.ts';
import { plural } from '../grammar/page-phrases.ts';

export const cliCopyTexts: CliCopyTexts = {
  folderNoCopy: (folder) =>
    `The folder “${folder}” holds something else than a copy. Choose a new or empty one, or that of a copy to be brought up to date.`,
  bucketNeeds: (names) =>
    `--bucket sends the copy to an object store: give ${names.join(', ')} (and S3_REGION if it asks for one).`,
  badBucket: (bucket) =>
    `“${bucket}” is no name of a bucket: 2 to 63 lower-case letters, digits, dots or hyphens, without an address before it.`,
  bucketNoCopy: (bucket) =>
    `The bucket “${bucket}” holds something else than a copy. Choose an empty one, or that of a copy to be brought up to date.`,
  copying: 'badges and profiles',
  copied: ({ folder, badges, profiles, files, written }) =>
    `${badges} badge${plural(badges, '', 's')}, ${profiles} profile${plural(profiles, '', 's')}, ${files} files in ${folder}, ${written} of them new or changed. Publish this folder at the root of the same address; nginx.conf, Caddyfile, .htaccess and _headers give the settings of the server. Its pages say that the service is closed: publish it only then.`,
  sending: 'files sent',
  sent: ({ bucket, sent, removed }) =>
    `${bucket}: ${sent} file${plural(sent, '', 's')} sent, ${removed} removed; the rest was there already.`,
  copyOvertaken:
    'Something public changed during each of three attempts: nothing is kept, and the folder stays as it was. Stop the service, then start again.',
};
