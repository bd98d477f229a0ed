import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { pageTexts as english } from '../../src/texts/en/pages.ts';
import { yearsAsText } from '../../src/texts/fr/grammar/page-phrases.ts';
import { pageTexts as french } from '../../src/texts/fr/pages.ts';

const FOLDER = 'src/texts/fr';
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));

/** The texts of all files but the command line, whose screen has columns. */
const WITHOUT_COLUMNS = FILES.filter((name) => !name.startsWith('cli'));

/** The files of the RUPN's space and of mails. */
const OWN_SPACE = FILES.filter((name) => /^(my|contests|mail)/.test(name));

/** Every piece of text in the strings of a file, without the names of modules and properties. */
function textsOf(name: string): readonly string[] {
  const source = ts.createSourceFile(
    name,
    readFileSync(`${FOLDER}/${name}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    const isName =
      ts.isPropertyAssignment(node.parent ?? node) && node === (node.parent as ts.PropertyAssignment).name;
    if (isText && !isName) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

const breaking = (files: readonly string[], error: RegExp) =>
  files.flatMap((name) =>
    textsOf(name)
      .filter((text) => error.test(text))
      .map((text) => `${name}: ${text}`),
  );

describe('French texts', () => {
  it('have typographic apostrophes', () => {
    expect(breaking(FILES, /\p{L}'\p{L}/u)).toEqual([]);
  });

  it('have no double space, and none before a comma or a full stop', () => {
    expect(breaking(WITHOUT_COLUMNS, / {2}|[\p{L}\d] [,.](?:\s|$)/u)).toEqual([]);
  });

  it('write half a year in words, never as a decimal', () => {
    expect(breaking(FILES, /0,5|½ an\b/)).toEqual([]);
  });

  it('of one’s space and of mails have no-break spaces where French asks for them', () => {
    expect(breaking(OWN_SPACE, /[\p{L}\d)»] [:;?!»](?:\s|$)|« /u)).toEqual([]);
  });

  it('of one’s space and of mails contain no technical word', () => {
    expect(breaking(OWN_SPACE, /\b(émetteur|JWS|schéma|proof|hash)\b/iu)).toEqual([]);
  });

  it('of one’s space speak to their reader of « votre chef d’établissement »', () => {
    const own = FILES.filter((name) => /^my-(home|engagements|records)/.test(name));
    expect(breaking(own, /(attend|contest|confirm)\p{L}* (?:par )?le chef d’établissement/u)).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each([
    [0, 'moins d’une demi-année'],
    [0.5, 'une demi-année'],
    [1, '1 année'],
    [1.5, 'une année et demie'],
    [2, '2 années'],
    [2.5, '2 années et demie'],
  ])('%d years are %j', (value, texts) => {
    expect(yearsAsText(value)).toBe(texts);
  });

  const { found } = french('DANE').my.badges;
  it.each([
    [10, 12, 'hours', '10 sur 12 h'],
    [1, 1, 'years', '1 année'],
    [6, 1, 'years', '6 années\u00a0; 1 suffit'],
    [0.5, 1, 'years', 'une demi-année, sur 1 année'],
    [2.5, 3, 'years', '2 années et demie, sur 3 années'],
    [0, 3, 'families', '0 sur 3 familles'],
  ] as const)('%d found of %d %s is written %j', (actual, required, unit, texts) => {
    expect(found(actual, required, unit)).toBe(texts);
  });

  it.each([1, 2])('agree with their verbs: %d', (many) => {
    const fr = french('DANE').my;
    const en = english('DANE').my;
    const commands =
      many === 1 ? ['attend', 'il ne compte pas', 'waits'] : ['attendent', 'ils ne comptent pas', 'wait'];
    expect(fr.badges.uncounted(many, 0)).toContain(commands[0]);
    expect(fr.badges.uncounted(many, 0)).toContain(commands[1]);
    expect(en.badges.uncounted(many, 0)).toContain(commands[2]);
    expect(fr.home.requested(many)).toContain(commands[0]);
    expect(fr.engagements.form.found(many)).toMatch(
      many === 1 ? /^Un établissement trouvé/ : /^2 établissements trouvés/,
    );
  });
});
