// Holds the rule that who may sign is asked in one place (docs/adr/0035): `node tools/authorised.mjs [FOLDER]`. An
// authorised key and a served issuer are made in one file each, and each call that verifies a signature is named
// here with the reason why its key may be believed.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const MADE_IN = {
  AuthorisedKey: 'src/open-badges/keys/authorised.ts',
  ServedIssuer: 'src/open-badges/keys/served-issuer.ts',
};
/** The members that mark both types. */
const MARKS = /^__@(?:AUTHORISED|SERVED)@/;

const TAKES_AUTHORISED = 'its key comes from an AuthorisedKey, by the type of its function';
/** The files that call cryptography to verify. */
const VERIFIES = {
  'src/open-badges/proofs/vc-jwt.ts': TAKES_AUTHORISED,
  'src/open-badges/proofs/web-jws.ts': TAKES_AUTHORISED,
  'src/open-badges/transparency-log/check-note.ts': TAKES_AUTHORISED,
  'src/open-badges/proofs/compose-checker.ts': TAKES_AUTHORISED,
  'src/open-badges/proofs/data-integrity.ts': 'called by compose-checker.ts with the key that it opened',
  'src/open-badges/proofs/selective.ts':
    'called by compose-checker.ts; the key of a credential counts because the key of the issuer signed it',
  'src/open-badges/proofs/open-key.ts': 'opens a key for compose-checker.ts',
  'src/open-badges/proofs/checking-primitives.ts': 'the primitive of WebCrypto',
  'src/open-badges/proofs/primitives.node.ts': 'the primitive of Node',
  'src/adapters/signing/worker-primitives.worker.ts': 'the primitive of Workers',
  'src/cli/commands/release.ts':
    'the key of whoever publishes releases, given by the operator or with the program: it signs for no issuer',
  'src/browser.ts': 'asks whether a browser has Ed25519, with a fixed point',
};
const VERIFYING = new Set([
  'compactVerify',
  'flattenedVerify',
  'generalVerify',
  'jwtVerify',
  'importVerifier',
]);
/** The types come from these folders: a file that names none of them cannot expect one. */
const NAMES_VERIFICATION = /open-badges|badge-log\/|wallets\/|AuthorisedKey|ServedIssuer/;
const OF_CRYPTO = /^(?:createVerify|verify)$/;

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const names = globSync('src/**/*.{ts,tsx}', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
const { config } = ts.readConfigFile(fileURLToPath(new URL('../tsconfig.json', import.meta.url)), (path) =>
  readFileSync(path, 'utf8'),
);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: names }, ts.sys, folder);
const program = ts.createProgram(
  names.map((name) => join(folder, name)),
  options,
);
const checker = program.getTypeChecker();

const faults = [
  ...names.toSorted().flatMap((name) => findFaults(name)),
  ...Object.keys(VERIFIES)
    .filter((file) => process.argv[2] === undefined && !existsSync(join(folder, file)))
    .map((file) => `${file}: listed, but not there`),
];
for (const fault of faults) console.error(fault);
console.log(`${names.length} files read, ${faults.length} faults of authorised keys`);
process.exitCode = faults.length > 0 || names.length === 0 ? 1 : 0;

function findFaults(name) {
  const source = program.getSourceFile(join(folder, name));
  if (source === undefined) return [`${name}: not read`];
  const found = [];
  const say = (node, what) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${name}:${line + 1}: ${what}`);
  };
  const mayHoldAny = NAMES_VERIFICATION.test(`${name} ${source.text}`);
  const visit = (node) => {
    const made = madeByCast(node) ?? (mayHoldAny ? madeOfAny(node) : undefined);
    if (made !== undefined && MADE_IN[made] !== name) say(node, `${made} is made in ${MADE_IN[made]} only`);
    if (isVerifying(node) && !Object.hasOwn(VERIFIES, name))
      say(node, 'a signature is verified here: take a ProofChecker, which takes an AuthorisedKey');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The marked type that this node gives to a value by a cast or a predicate, without the compiler's proof. */
function madeByCast(node) {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
    return ts.isConstTypeReference(node.type) ? undefined : markedIn(typeAt(node.type));
  return ts.isTypePredicateNode(node) && node.type ? markedIn(typeAt(node.type)) : undefined;
}

/** The marked type that is expected where a call gives `any`, as `JSON.parse` does. */
function madeOfAny(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const expected = checker.getContextualType(node);
  const made = expected && markedIn(expected);
  if (made === undefined) return undefined;
  return checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any ? made : undefined;
}

function typeAt(node) {
  return checker.getTypeFromTypeNode(node);
}

/** The marked type in a type: itself, a part of a union, an element of a list, or a member. */
function markedIn(type, depth = 3) {
  if (depth === 0 || type.flags & ts.TypeFlags.Any) return undefined;
  if (type.isUnionOrIntersection()) return firstOf(type.types, (one) => markedIn(one, depth));
  for (const { escapedName } of type.getProperties()) {
    const mark = MARKS.exec(String(escapedName))?.[0];
    if (mark !== undefined) return mark.includes('AUTHORISED') ? 'AuthorisedKey' : 'ServedIssuer';
  }
  if (checker.isArrayLikeType(type))
    return firstOf(checker.getTypeArguments(type), (one) => markedIn(one, depth - 1));
  const isOurs = type.getSymbol()?.declarations?.some((one) => isInSource(one));
  if (!isOurs) return undefined;
  return firstOf(type.getProperties(), (one) => markedIn(checker.getTypeOfSymbol(one), depth - 1));
}

function isInSource(node) {
  return !node.getSourceFile().fileName.includes('/node_modules/');
}

function firstOf(list, find) {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the node calls the verification of a library or of a runtime. */
function isVerifying(node) {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  if (!ts.isIdentifier(called)) return false;
  if (VERIFYING.has(called.text)) return true;
  return OF_CRYPTO.test(called.text) && isOfCrypto(called);
}

function isOfCrypto(called) {
  const symbol = checker.getSymbolAtLocation(called);
  const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (
    real?.declarations?.some((one) =>
      /\/typescript\/lib\/|\/@types\/node\/crypto|\/@noble\/|\/jose\/|open-key\.ts$/.test(
        one.getSourceFile().fileName,
      ),
    ) ?? false
  );
}
