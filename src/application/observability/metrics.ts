interface Declared {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** What the figure means, for whoever watches the service. */
  readonly help: string;
  /** The last part of the name, where the figure has a unit. */
  readonly unit?: 'seconds' | 'bytes';
  readonly labels?: readonly string[];
  /** Whether each process counts by itself. */
  readonly isOfProcess?: true;
}

/** Every figure of `/metrics`, declared once. A counter's samples end in `_total`. What the database says is the same
 *  whichever process is asked; what a process counts by itself bears its label. */
export const METRICS = {
  jalon_up: { kind: 'gauge', help: '1 while the process answers.' },
  jalon_build: {
    kind: 'gauge',
    help: 'Always 1: the version of the program and the kind of its database.',
    labels: ['version', 'database'],
  },
  jalon_database_up: { kind: 'gauge', help: '1 where the database answers, else 0.' },
  jalon_people: { kind: 'gauge', help: 'People on record.' },
  jalon_engagements: { kind: 'gauge', help: 'Engagements on record.' },
  jalon_establishments: { kind: 'gauge', help: 'Schools on record.' },
  jalon_credentials: { kind: 'gauge', help: 'Badges on record, the erased ones included.' },
  jalon_credentials_issued: { kind: 'counter', help: 'Badges signed for the first time.' },
  jalon_credentials_revoked: { kind: 'gauge', help: 'Badges that are revoked.' },
  jalon_awards_unsigned: { kind: 'gauge', help: 'Awards that wait for a signature.' },
  jalon_outbox_waiting: { kind: 'gauge', help: 'Tasks that wait: lists, badges, mails.' },
  jalon_outbox_overdue: { kind: 'gauge', help: 'Tasks that have waited for more than two minutes.' },
  jalon_outbox_oldest_age_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the oldest task that waits; 0 where none does.',
  },
  jalon_jobs_failing: { kind: 'gauge', help: 'Jobs whose last attempt failed, those set aside included.' },
  jalon_jobs_set_aside: { kind: 'gauge', help: 'Jobs that failed too often and are not tried any more.' },
  jalon_jobs_not_moving: { kind: 'gauge', help: 'Due jobs that have not moved for a quarter of an hour.' },
  jalon_mail_waiting: { kind: 'gauge', help: 'Mails that wait to be sent.' },
  jalon_mail_gathered: { kind: 'gauge', help: 'Mails that wait for the morning letter.' },
  jalon_mail_refused: { kind: 'gauge', help: 'Mails that a mail server refused for good.' },
  jalon_status_list_age_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Time since the oldest published status list was signed.',
  },
  jalon_status_list_renewal_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Time until the next renewal of a status list is due; negative where it is late.',
  },
  jalon_status_list_end_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Time until the first published status list ends and its badges no longer verify.',
  },
  jalon_checkpoint_age_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Time since the newest state of a log was signed.',
    labels: ['log'],
  },
  jalon_checkpoint_renewal_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Time until the next state of a log is due, one a day; negative where it is late.',
    labels: ['log'],
  },
  jalon_key_age_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the oldest active signing key of an algorithm.',
    labels: ['algorithm'],
  },
  jalon_keys_missing: { kind: 'gauge', help: 'Active keys whose file is away.' },
  jalon_backup_last_timestamp_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'When the last backup was noted; absent where none ever was.',
  },
  jalon_backup_size_bytes: { kind: 'gauge', unit: 'bytes', help: 'Size of the last backup that was noted.' },
  jalon_doctor_last_timestamp_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'When the last look of the night ended; absent where there was none.',
  },
  jalon_doctor_contradictions: {
    kind: 'gauge',
    help: 'What the last look of the night found, without leftovers of a wrong clock.',
  },
  jalon_doctor_unread: { kind: 'gauge', help: 'Invariants that the last look could not look at to the end.' },
  jalon_warning: {
    kind: 'gauge',
    help: '1 where /health/ready gives this warning, else 0.',
    labels: ['warning'],
  },
  jalon_writing_refused: {
    kind: 'gauge',
    help: '1 where /health/ready?for=writing answers 503 for this reason, else 0.',
    labels: ['reason'],
  },
  jalon_disk_free_bytes: { kind: 'gauge', unit: 'bytes', help: 'Room on the disk of SQLite.' },
  jalon_work_last_timestamp_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'When this work of the timer (upkeep, retention, outbox…) last came to its end.',
    labels: ['work'],
    isOfProcess: true,
  },
  jalon_work_failures: {
    kind: 'counter',
    help: 'How often this work of the timer failed.',
    labels: ['work'],
    isOfProcess: true,
  },
  jalon_http_requests: {
    kind: 'counter',
    help: 'Answers by class of page and class of status; 429 and 503 stand apart.',
    labels: ['page', 'status'],
    isOfProcess: true,
  },
  jalon_http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time from the arrival of a request to its answer.',
    labels: ['page'],
    isOfProcess: true,
  },
  jalon_verifications: {
    kind: 'counter',
    help: 'Credentials judged, ours and strangers’, by outcome and by the first step that failed.',
    labels: ['outcome', 'step'],
    isOfProcess: true,
  },
  jalon_sign_ins_refused: {
    kind: 'counter',
    help: 'Sign-ins refused.',
    labels: ['reason'],
    isOfProcess: true,
  },
  jalon_tokens_refused: {
    kind: 'counter',
    help: 'Calls with a token that is unknown, ended or revoked.',
    labels: ['reason'],
    isOfProcess: true,
  },
  jalon_accesses_refused: {
    kind: 'counter',
    help: 'Requests of somebody who may not do what they asked.',
    labels: ['reason'],
    isOfProcess: true,
  },
  jalon_import_lines_refused: {
    kind: 'counter',
    help: 'Lines of files that an import refused.',
    labels: ['reason'],
    isOfProcess: true,
  },
  jalon_outbox_failures: {
    kind: 'counter',
    help: 'Attempts at a task that failed.',
    labels: ['kind'],
    isOfProcess: true,
  },
  jalon_identity_provider_failures: {
    kind: 'counter',
    help: 'Sign-ins that could not begin because the provider did not answer.',
    labels: ['provider'],
    isOfProcess: true,
  },
  jalon_limits_reached: {
    kind: 'counter',
    help: 'How often there was no more room: connections, requests, bodies, slow-bodies, verifications, names, photographs, documents or files.',
    labels: ['limit'],
    isOfProcess: true,
  },
  jalon_errors: {
    kind: 'counter',
    help: 'Lines of the log of level error, those held back included.',
    labels: ['event'],
    isOfProcess: true,
  },
  jalon_event_loop_delay_max_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Longest delay of the event loop since the last reading.',
  },
  jalon_event_loop_delay_p99_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Delay of the event loop that one look in a hundred exceeds, since the last reading.',
  },
  jalon_event_loop_work_max_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Longest work in one go since the last reading.',
  },
  jalon_event_loop_starved_max_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Longest time without a processor since the last reading.',
  },
  jalon_resident_bytes: { kind: 'gauge', unit: 'bytes', help: 'Memory of the process.' },
  jalon_heap_bytes: { kind: 'gauge', unit: 'bytes', help: 'Memory of its JavaScript heap.' },
} as const satisfies Readonly<Record<`jalon_${string}`, Declared>>;

export type MetricName = keyof typeof METRICS;

type OfKind<Kind extends Declared['kind']> = {
  [Name in MetricName]: (typeof METRICS)[Name]['kind'] extends Kind ? Name : never;
}[MetricName];

export type CounterName = OfKind<'counter'>;

export const declarationOf = (name: MetricName): Declared => METRICS[name];

export type Labels = Readonly<Record<string, string>>;

/** A value of a figure. `suffix` is the part of its name that follows that of the figure. */
export interface Sample {
  readonly name: MetricName;
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly labels?: Labels;
  readonly value: number;
}
