import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { startServer } from '../support/servers/running.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { debianFiles } from './debian.ts';

const MONITORING = join(ROOT, 'tools/deploy/monitoring');
const ALERTS = join(MONITORING, 'alerts.yml');
const TOKEN = 'a-token-of-thirty-two-characters';

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

const dashboard = JSON.parse(readFileSync(join(MONITORING, 'dashboard.json'), 'utf8')) as Dashboard;
const QUERIES = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-monitoring-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs promtool on a file of this content. JSON is YAML. */
function promtool(texts: readonly string[], content: object) {
  const file = join(folder, `${texts.join('-')}.yml`);
  writeFileSync(file, JSON.stringify(content));
  return runPromtool(...texts, file);
}

function runPromtool(...texts: readonly string[]) {
  const tool = join(debianFiles('promtool'), 'usr/bin/promtool');
  const { status, stdout, stderr } = spawnSync(tool, texts, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** How long a world lasts: some alerts wait for an hour, and one for a day. */
const USUAL_MINUTES = 120;
const DAY_MINUTES = 28 * 60;
/** A value that stays, and one that grows by as much a minute, from the first minute on. */
const stays = (value: number) => `${value}x${DAY_MINUTES}`;
const grows = (aMinute: number) => `0+${aMinute}x${DAY_MINUTES}`;
/** A time that is always now: the world of a test begins at zero. */
const NOW = grows(60);

/** The figures of a service in which all is well. */
const WELL: Readonly<Record<string, string>> = {
  'up{job="jalon",instance="a"}': stays(1),
  'jalon_up{job="jalon",instance="a"}': stays(1),
  jalon_database_up: stays(1),
  'jalon_writing_refused{reason="clock"}': stays(0),
  jalon_keys_missing: stays(0),
  jalon_status_list_renewal_seconds: stays(40_000),
  jalon_status_list_end_seconds: stays(690_000),
  'jalon_checkpoint_renewal_seconds{log="audit"}': stays(15_000),
  'jalon_warning{warning="clock-jumped"}': stays(0),
  jalon_disk_free_bytes: stays(8e10),
  'jalon_work_last_timestamp_seconds{work="upkeep"}': NOW,
  'jalon_work_failures_total{work="retention"}': stays(0),
  jalon_outbox_oldest_age_seconds: stays(5),
  jalon_backup_last_timestamp_seconds: NOW,
  jalon_doctor_contradictions: stays(0),
  jalon_doctor_last_timestamp_seconds: NOW,
  jalon_doctor_unread: stays(0),
  'jalon_key_age_seconds{algorithm="Ed25519"}': stays(1e6),
  'jalon_http_requests_total{page="badge",status="2xx"}': grows(600),
  'jalon_http_requests_total{page="badge",status="5xx"}': stays(0),
  'jalon_http_requests_total{page="badge",status="429"}': stays(0),
  'jalon_http_request_duration_seconds_bucket{page="badge",le="0.025"}': grows(600),
  'jalon_http_request_duration_seconds_bucket{page="badge",le="10"}': grows(600),
  'jalon_http_request_duration_seconds_bucket{page="badge",le="+Inf"}': grows(600),
  'jalon_identity_provider_failures_total{provider="proconnect"}': stays(0),
  'jalon_verifications_total{outcome="verified",step="none"}': grows(10),
  'jalon_verifications_total{outcome="refused",step="status"}': stays(0),
  'jalon_resident_bytes{instance="a"}': stays(3e8),
};

/** What differs where an alert should be heard; undefined if the figure is not there. */
type Differs = Readonly<Record<string, string | undefined>>;

const HEARD: Readonly<Record<string, readonly Differs[]>> = {
  JalonDown: [
    { 'up{job="jalon",instance="a"}': stays(0) },
    { 'jalon_up{job="jalon",instance="a"}': undefined },
  ],
  JalonDatabaseDown: [{ jalon_database_up: stays(0) }],
  JalonCannotWrite: [{ 'jalon_writing_refused{reason="clock"}': stays(1) }],
  JalonKeysMissing: [{ jalon_keys_missing: stays(1) }],
  JalonListsLate: [{ jalon_status_list_renewal_seconds: stays(-4000) }],
  JalonListsEnd: [{ jalon_status_list_end_seconds: stays(400_000) }],
  JalonCheckpointLate: [{ 'jalon_checkpoint_renewal_seconds{log="audit"}': stays(-8000) }],
  JalonClockDoubted: [{ 'jalon_warning{warning="clock-jumped"}': stays(1) }],
  JalonDiskNearlyFull: [{ jalon_disk_free_bytes: stays(9e8) }],
  JalonUpkeepStopped: [
    { 'jalon_work_last_timestamp_seconds{work="upkeep"}': stays(0) },
    { 'jalon_work_last_timestamp_seconds{work="upkeep"}': undefined },
  ],
  JalonWorkFails: [{ 'jalon_work_failures_total{work="retention"}': grows(1) }],
  JalonTasksWait: [{ jalon_outbox_oldest_age_seconds: stays(2000) }],
  JalonBackupOld: [
    { jalon_backup_last_timestamp_seconds: stays(-200_000) },
    { jalon_backup_last_timestamp_seconds: undefined },
  ],
  JalonDoctorFound: [{ jalon_doctor_contradictions: stays(2) }],
  JalonDoctorSilent: [
    { jalon_doctor_last_timestamp_seconds: stays(-300_000) },
    { jalon_doctor_unread: stays(1) },
  ],
  JalonKeyOld: [{ 'jalon_key_age_seconds{algorithm="Ed25519"}': stays(4e7) }],
  JalonUnavailable: [{ 'jalon_http_requests_total{page="badge",status="5xx"}': grows(60) }],
  JalonSlow: [{ 'jalon_http_request_duration_seconds_bucket{page="badge",le="0.025"}': grows(500) }],
  JalonTooManyRequests: [{ 'jalon_http_requests_total{page="badge",status="429"}': grows(120) }],
  JalonSignInDown: [{ 'jalon_identity_provider_failures_total{provider="proconnect"}': grows(1) }],
  JalonBadgesRefused: [{ 'jalon_verifications_total{outcome="refused",step="status"}': grows(20) }],
  JalonMemory: [{ 'jalon_resident_bytes{instance="a"}': stays(1.5e9) }],
};

/** The figures of a process, which it gives without its database. */
const OF_PROCESS =
  /^(up|jalon_up|jalon_work_|jalon_http_|jalon_identity_|jalon_verifications_|jalon_resident_)/;

/** The figures of these names end after an hour, as they do where no one gives them any more. */
function endWhere(ends: (series: string) => boolean): Differs {
  const ended = Object.entries(WELL).filter(([series]) => ends(series));
  return Object.fromEntries(
    ended.map(([series, values]) => [series, `${values.replace(`x${DAY_MINUTES}`, 'x59')} stale`]),
  );
}

const DOWN: Differs = {
  ...endWhere(() => true),
  'up{job="jalon",instance="a"}': `1x59 0x${USUAL_MINUTES}`,
};
const WITHOUT_DATABASE: Differs = {
  ...endWhere((series) => !OF_PROCESS.test(series)),
  jalon_database_up: `1x59 0x${USUAL_MINUTES}`,
};

const NO_NIGHT: Differs = { jalon_doctor_last_timestamp_seconds: undefined };

/** A world for promtool, in which only this alert is heard at the end. */
function promtoolFixture(differs: Differs, heard: string | undefined, minutes = USUAL_MINUTES) {
  const figures = Object.entries({ ...WELL, ...differs });
  return {
    interval: '1m',
    input_series: figures.flatMap(([series, values]) => (values === undefined ? [] : [{ series, values }])),
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: `${minutes}m`,
        exp_samples: heard === undefined ? [] : [{ labels: `{alertname="${heard}"}`, value: 1 }],
      },
    ],
  };
}

describe('the alerts', () => {
  it('are rules of Prometheus', () => {
    expect(runPromtool('check', 'rules', '--lint=all', '--lint-fatal', ALERTS)).toEqual({
      status: 0,
      said: expect.stringContaining('22 rules found'),
    });
  });

  it('are all tried below', () => {
    const named = readFileSync(ALERTS, 'utf8').matchAll(/- alert: (\w+)/g);
    expect(Array.from(named, ([, name]) => name)).toEqual(Object.keys(HEARD));
  });

  it('are silent while all is well, and each is heard alone where its figure says so', () => {
    const heard = Object.entries(HEARD).flatMap(([name, all]) =>
      all.map((differs) => promtoolFixture(differs, name)),
    );
    const { status, said } = promtool(['test', 'rules'], {
      rule_files: [ALERTS],
      evaluation_interval: '1m',
      tests: [
        promtoolFixture({}, undefined),
        ...heard,
        promtoolFixture(DOWN, 'JalonDown'),
        promtoolFixture(WITHOUT_DATABASE, 'JalonDatabaseDown'),
        // A new service has its first night before it.
        promtoolFixture(NO_NIGHT, undefined),
        promtoolFixture(NO_NIGHT, 'JalonDoctorSilent', DAY_MINUTES),
      ],
    });
    expect(status, said).toBe(0);
  });
});

describe('Prometheus next to a service', () => {
  let service: TestService;
  let answer: (path: string, query?: string) => Promise<unknown>;
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    service = await startTestService();
    ends.unshift(() => service.stop());
    const server = await startServer({ ...service.environment, METRICS_TOKEN: TOKEN });
    ends.unshift(() => server.stop());
    const port = await findFreePort();
    const config = join(folder, 'prometheus.yml');
    const job = {
      job_name: 'jalon',
      authorization: { credentials: TOKEN },
      static_configs: [{ targets: [new URL(server.url).host] }],
    };
    writeFileSync(
      config,
      JSON.stringify({
        global: { scrape_interval: '1s', evaluation_interval: '1s' },
        rule_files: [ALERTS],
        scrape_configs: [job],
      }),
    );
    const texts = [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const prometheus = spawn(join(debianFiles('prometheus'), 'usr/bin/prometheus'), texts, {
      stdio: 'ignore',
    });
    answer = async (path, query) => {
      const requested = query === undefined ? '' : `?${new URLSearchParams({ query })}`;
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}${requested}`);
      return response.json();
    };
    ends.unshift(async () => {
      prometheus.kill('SIGTERM');
      if (prometheus.exitCode === null) await once(prometheus, 'exit');
    });
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  it('reads its figures', async () => {
    const isRead = async () => {
      const seen = await answer('query', 'count_over_time(jalon_up[1m]) >= 3').catch(() => undefined);
      return (seen as { data?: { result: readonly unknown[] } } | undefined)?.data?.result.length;
    };
    await expect.poll(isRead, { timeout: 30_000, interval: 100 }).toBe(1);
    const { data } = (await answer('targets')) as {
      data: { activeTargets: readonly { health: string; lastError: string }[] };
    };
    expect(data.activeTargets).toMatchObject([{ health: 'up', lastError: '' }]);
  });

  it('understands the alerts, and waits only for the first backup to be noted', async () => {
    type Rule = { readonly name: string; readonly health: string; readonly state: string };
    const ask = async () => {
      const { data } = (await answer('rules')) as { data: { groups: readonly { rules: readonly Rule[] }[] } };
      const rules = data.groups.flatMap((group) => group.rules);
      return {
        faulty: rules.filter(({ health }) => health !== 'ok').map(({ name }) => name),
        heard: rules.filter(({ state }) => state !== 'inactive').map(({ name }) => name),
      };
    };
    // The rules are looked at every half minute, for the first time before any figure was read.
    await expect
      .poll(ask, { timeout: 90_000, interval: 500 })
      .toEqual({ faulty: [], heard: ['JalonBackupOld'] });
  });

  it('answers each query of the dashboard', async () => {
    expect(QUERIES.length).toBeGreaterThan(15);
    for (const query of QUERIES)
      expect([query, await answer('query', query)]).toMatchObject([query, { status: 'success' }]);
  });
});
