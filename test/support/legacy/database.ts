/** What a database has on its list, after `0001_initial.sql`, if it ran all migrations of the time before they
 *  were joined into one. */
export const LEGACY_MIGRATIONS: readonly string[] = [
  '0002_credentials_by_key.sql',
  '0003_form_of_words.sql',
  '0004_public_profile.sql',
  '0005_contribution_words.sql',
  '0006_engagement_proposals.sql',
  '0007_column_matches.sql',
  '0008_mission_proposals.sql',
  '0009_carried_split.sql',
  '0010_support_of_the_dane.sql',
  '0011_reference_text.sql',
  '0012_decide_safely.sql',
  '0013_suspension_and_reminders.sql',
  '0014_taken_back.sql',
  '0015_open_badges_host.sql',
  '0016_trusted_lists.sql',
  '0017_badge_log.sql',
  '0018_records_and_endorsements.sql',
  '0019_wallet_offers.sql',
  '0020_endorsed_achievements.sql',
  '0021_statuses_of_programs.sql',
];

/** Makes a new database one that ran `0001_initial.sql` and the first `count` of them. Only what tells it from
 *  the others is made: its list, and the table of the last one. */
export function toLegacyDatabase(count = LEGACY_MIGRATIONS.length): string {
  const rows = LEGACY_MIGRATIONS.slice(0, count).map((name) => `('${name}', '2026-11-25')`);
  const statements = [
    ...rows.map((row) => `insert into kysely_migration values ${row};`),
    ...(count < LEGACY_MIGRATIONS.length ? ['drop table program_credential;'] : []),
  ];
  return statements.join('\n');
}
