import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';

const PAGE = readFileSync(join(ROOT, 'docs/releases.md'), 'utf8');

/** The commands of a section of docs/releases.md, as they stand there. */
export function commandsOf(heading: string): readonly string[] {
  const section = PAGE.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return Array.from(section.matchAll(/^```sh\n([\s\S]*?)^```/gm), ([, text = '']) => text);
}

/** The identity that opens the backups of an installed service. */
export const IDENTITY = join(ROOT, 'test/vectors/age/identity.txt');

/** The settings of an installed service, as the shell and systemd read them. */
export const SETTINGS = Object.entries({
  ...PRODUCTION_SETTINGS,
  DATABASE_URL: 'sqlite:/var/lib/jalon/jalon.db',
  KEYS_DIR: '/var/lib/jalon/keys',
  BACKUP_RECIPIENT: /age1\w+/.exec(readFileSync(IDENTITY, 'utf8'))?.[0],
})
  .map(([name, value]) => `${name}='${value}'`)
  .join('\n');

/** A command of the shell that writes a file. */
export function heredoc(path: string, text: string): string {
  return `cat > ${path} <<'END'\n${text.trimEnd()}\nEND`;
}

/** Functions for the shell of a root with an installed service: it has neither curl nor Node of its own. `said NAME
 *  VALUE` writes what `live` reads. */
export const HELPERS = `
node() { /opt/jalon/node/bin/node --input-type=module --eval "$@"; }
until_ready() {
  node '
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const answer = await fetch("http://127.0.0.1:3000/health/ready").catch(() => undefined);
      if (answer?.ok) process.exit(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    process.exit(1);
  '
}
fetch_file() {
  node '
    import { writeFileSync } from "node:fs";
    const answer = await fetch("http://127.0.0.1:3000" + process.argv[1]);
    if (!answer.ok) throw new Error(process.argv[1] + " " + answer.status);
    writeFileSync(process.argv[2], new Uint8Array(await answer.arrayBuffer()));
  ' "$1" "$2"
}
said() { printf '%s=%s\\n' "$1" "$2"; }
`;

interface Root {
  run(script: string): { readonly status: number | null; readonly output: string };
}

/** Runs a script in a root, and gives what it said by `said NAME VALUE`, by name. */
export function live(root: Root, script: string): Record<string, readonly string[]> {
  const { status, output } = root.run(`${HELPERS}\n${script}`);
  expect({ status, output }, output).toMatchObject({ status: 0 });
  const lines = Array.from(output.matchAll(/^(\w+)=(.*)$/gm), ([, name = '', value = '']) => ({
    name,
    value,
  }));
  const byName = Map.groupBy(lines, ({ name }) => name);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.map(({ value }) => value)]));
}
