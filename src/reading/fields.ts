/** Front matter and JSON → values checked against a schema, every violation with its line and column. */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault, Place } from '../domain/finding.ts';
import { jsonFaultOffset } from './json-position.ts';
import { parsePlainFields } from './plain-fields.ts';
import { lineAndColumn } from './text.ts';

type Report = (fault: Fault) => void;

export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** Lines before the body, so that its places are the file's. */
  readonly bodyLine: number;
}

/** Divides `---` front matter from the text below it. */
export function parseFrontMatter(file: string, text: string, report: Report): FrontMatter | undefined {
  const match = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (!match) {
    report({ rule: 'front-matter-missing', place: { file, line: 1, column: 1 }, values: {} });
    return undefined;
  }
  return { yaml: match[1] ?? '', body: text.slice(match[0].length), bodyLine: match[0].split('\n').length - 1 };
}

/** Where a field stands, by its path: `place('tables', 2, 'kind')`. */
export type FieldPlace = (...path: (string | number)[]) => Place;

/** `firstLine` is the file's line on which the text begins, from 1. */
export function parseFields<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  report: Report,
  firstLine = 1,
): ReadFields<z.infer<S>> | undefined {
  const plain = parsePlainFields(text, file.endsWith('.json'));
  const result = plain === undefined ? undefined : schema.safeParse(plain);
  if (!result?.success) return parseWithPlaces(file, text, schema, report, firstLine);
  // Of what is in order hardly anybody asks for the place.
  let placed: ReadFields<z.infer<S>> | undefined;
  const place: FieldPlace = (...path) => {
    placed ??= parseWithPlaces(file, text, schema, report, firstLine);
    return placed?.place(...path) ?? { file, line: firstLine, column: 1 };
  };
  return { fields: result.data, place };
}

interface ReadFields<Fields> {
  readonly fields: Fields;
  readonly place: FieldPlace;
}

function parseWithPlaces<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  report: Report,
  firstLine: number,
): ReadFields<z.infer<S>> | undefined {
  if (file.endsWith('.json') && !isJson(file, text, report)) return undefined;
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const refuse = (offset: number, reason: string, detail: string): undefined => {
    report({ rule: 'syntax-not-valid', place: place(offset), values: { reason, detail } });
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(0, '括号套得太深', 'nested too deep');
  }
  const fault = aliasFault(document, text) ?? syntaxFault(document);
  if (fault) return refuse(...fault);
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { fields: result.data, place: (...path) => place(valueOffset(document, path)) };
  const wide = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => key.startsWith('\u3000')).map((key) => [...issue.path, key]) : [],
  );
  if (wide[0])
    return refuse(offsetOf(document, wide[0].map(pathPart)), '缩进用了全角空格，请改用半角空格', 'indented with full-width spaces');
  for (const issue of result.error.issues) reportIssue(issue, document, place, report, file);
  return undefined;
}

const pathPart = (part: PropertyKey): string | number => (typeof part === 'number' ? part : String(part));

type SyntaxFault = readonly [offset: number, reason: string, detail: string];

/** References within a file are not for front matter: a few lines of them can grow to fill all memory. */
function aliasFault(document: Document.Parsed, text: string): SyntaxFault | undefined {
  const anchors: { name: string; offset: number }[] = [];
  const aliases: { name: string; offset: number }[] = [];
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      if ('source' in node && node.constructor.name === 'Alias') aliases.push({ name: String(node.source), offset });
      else if ('anchor' in node && node.anchor) anchors.push({ name: node.anchor, offset: text.lastIndexOf(`&${node.anchor}`, offset) });
    },
  });
  const first = [...anchors, ...aliases].sort((a, b) => a.offset - b.offset)[0];
  if (!first) return undefined;
  return anchors.some(({ name }) => aliases.some((alias) => alias.name === name))
    ? [first.offset, '不能用 & 和 * 引用别处的内容', 'references with & and * are not allowed']
    : [first.offset, '以 * 或 & 开头的内容要加引号', 'text that begins with * or & needs quotes'];
}

/** The first error; those after it follow from it. */
function syntaxFault(document: Document.Parsed): SyntaxFault | undefined {
  const [error] = document.errors;
  const [tag] = document.warnings;
  if (!error && tag) return [tag.pos[0], '以 ! 开头的内容要加引号', 'text that begins with ! needs quotes'];
  if (!error) return undefined;
  const detail = error.message.split('\n')[0] ?? error.code;
  if (/^Missing closing .quote/.test(error.message)) return [openQuote(document) ?? error.pos[0], SYNTAX.MISSING_CHAR ?? '', detail];
  const code = /without - indicator/.test(detail) ? 'BAD_INDENT' : /end with a [\]}]/.test(detail) ? 'MISSING_CHAR' : error.code;
  return [error.pos[0], SYNTAX[code] ?? '写法不合 YAML 的规定', detail];
}

/** Where the last quoted text begins: the one that swallowed the rest. */
function openQuote(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Scalar(_, node) {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') offset = node.range?.[0];
    },
  });
  return offset;
}

function reportIssue(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  place: (offset: number) => Place,
  report: Report,
  file: string,
): void {
  const path = issue.path.map(pathPart);
  const whole = file.endsWith('.json')
    ? { field: '（整个文件）', fieldEn: '(the whole file)' }
    : { field: '（文件头）', fieldEn: '(the front matter)' };
  const field = path.length > 0 ? { field: path.join('.') } : whole;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report({ rule: 'field-unknown', place: place(offsetOf(document, [...path, key])), values: { field: [...path, key].join('.') } });
    return;
  }
  const found = document.getIn(path);
  if (found === undefined) {
    report({ rule: 'field-missing', place: place(offsetOf(document, path)), values: field });
    return;
  }
  report({
    rule: 'field-not-valid',
    place: place(valueOffset(document, path)),
    values: { ...field, ...shown(found), ...expectation(issue) },
  });
}

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少引号、冒号或括号',
  MULTILINE_IMPLICIT_KEY: '缺少半角冒号，或冒号后面没有空格',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  UNEXPECTED_TOKEN: '这里有多余的内容',
  BLOCK_AS_IMPLICIT_KEY: '冒号太多，含冒号的内容要加引号',
};

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
  boolean: 'true 或 false',
};

/** Messages of the schemas say it in Chinese and English, divided by a bar. */
function expectation(issue: z.core.$ZodIssue): { expected: string; expectedEn: string } {
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return { expected: allowed.join('、'), expectedEn: allowed.join(', ') };
  }
  if (issue.code === 'invalid_type') return { expected: TYPES[issue.expected] ?? issue.expected, expectedEn: issue.expected };
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { expected: `至少 ${issue.minimum} 项`, expectedEn: `at least ${issue.minimum} items` };
  if (issue.code === 'too_big' && issue.origin === 'array')
    return { expected: `至多 ${issue.maximum} 项`, expectedEn: `at most ${issue.maximum} items` };
  if (issue.code === 'too_small' && issue.origin !== 'string')
    return {
      expected: `大于 ${issue.inclusive ? Number(issue.minimum) - 1 : issue.minimum} 的整数`,
      expectedEn: `a whole number above ${issue.minimum}`,
    };
  const [zh = '', en] = issue.message.split('｜');
  return { expected: zh, expectedEn: en ?? zh };
}

/** JSON is read as YAML for its places, but must be JSON. */
function isJson(file: string, text: string, report: Report): boolean {
  const offset = jsonFaultOffset(text);
  if (offset === undefined) return true;
  const place = { file, ...lineAndColumn(text, offset) };
  report({ rule: 'syntax-not-valid', place, values: { reason: 'JSON 的引号、逗号或括号不对', detail: 'not JSON' } });
  return false;
}

function shown(value: unknown): { found: string; foundEn?: string } {
  if (value === null) return { found: '（空）', foundEn: '(nothing)' };
  const text = isNode(value) ? String(value) : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return { found: text.length > 40 ? `${text.slice(0, 40)}…` : text };
}

/** Where the value itself begins. */
function valueOffset(document: Document.Parsed, path: readonly (string | number)[]): number {
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? node.range[0] : offsetOf(document, path);
}

/** The key or value at the path, or the nearest thing above it that is there. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
