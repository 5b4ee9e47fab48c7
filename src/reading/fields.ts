/** Front matter and JSON → values checked against a schema, every violation with its line and column. */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault, Place } from '../domain/finding.ts';
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
): { fields: z.infer<S>; place: FieldPlace } | undefined {
  if (file.endsWith('.json') && !isJson(file, text, report)) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  for (const error of document.errors) {
    report({
      rule: 'syntax-not-valid',
      place: place(error.pos[0]),
      values: { reason: SYNTAX[error.code] ?? '写法不合 YAML 的规定', detail: error.message.split('\n')[0] ?? error.code },
    });
  }
  if (document.errors.length > 0) return undefined;
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { fields: result.data, place: (...path) => place(valueOffset(document, path)) };
  for (const issue of result.error.issues) reportIssue(issue, document, place, report);
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, document: Document.Parsed, place: (offset: number) => Place, report: Report): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const field = path.join('.') || '·';
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report({ rule: 'field-unknown', place: place(offsetOf(document, [...path, key])), values: { field: [...path, key].join('.') } });
    return;
  }
  const found = document.getIn(path);
  if (found === undefined) {
    report({ rule: 'field-missing', place: place(offsetOf(document, path)), values: { field } });
    return;
  }
  report({
    rule: 'field-not-valid',
    place: place(valueOffset(document, path)),
    values: { field, found: shown(found), ...expectation(issue) },
  });
}

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  DUPLICATE_KEY: '同一个字段写了两次',
  MISSING_CHAR: '缺少引号、冒号或括号',
  MULTILINE_IMPLICIT_KEY: '缺少引号或冒号',
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
    const allowed = issue.values.map(String).join('、');
    return { expected: allowed, expectedEn: allowed };
  }
  if (issue.code === 'invalid_type') return { expected: TYPES[issue.expected] ?? issue.expected, expectedEn: issue.expected };
  const [zh = '', en] = issue.message.split('｜');
  return { expected: zh, expectedEn: en ?? zh };
}

/** JSON is read as YAML for its places, but must be JSON. */
function isJson(file: string, text: string, report: Report): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const detail = (error as Error).message;
    const offset = /position (\d+)/.exec(detail)?.[1];
    const place = { file, ...lineAndColumn(text, offset === undefined ? text.length : Number(offset)) };
    report({ rule: 'syntax-not-valid', place, values: { reason: 'JSON 的引号、逗号或括号不对', detail } });
    return false;
  }
}

function shown(value: unknown): string {
  const text = isNode(value) ? String(value) : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
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
