/** Telephone and ID numbers, and names beside roles: they do not belong in an archive of budgets. */
import type { Fault } from '../domain/finding.ts';
import { lineAndColumn } from './text.ts';

/** Not inside longer runs of letters and digits: hashes and amounts are no telephone numbers. */
const NUMBERS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['手机号码', /(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z]|\.\d)/g],
  ['身份证号码', /(?<![0-9A-Za-z.])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g],
  ['电话号码', /(?<![0-9A-Za-z.])0\d{2,3}[-—－ ]\d{7,8}(?![0-9A-Za-z])/g],
  ['电话号码', /(?<![0-9A-Za-z.])\+\d{1,3}[ -]?(?:\(\d+\)[ -]?)?\d{2,4}(?:[ -]\d{2,4}){1,3}(?![0-9A-Za-z])/g],
  ['电话号码', /(?<=\b(?:tel(?:ephone)?|phone|mobile|fax)\b[.: ]{0,3})\(?\d{3}\)?[ -]\d{3,4}[ -]\d{4}(?![0-9A-Za-z])/gi],
  ['电话号码', /(?<=(?:电话|手机|传真)[^\d\n]{0,6})\d{7,8}(?![0-9A-Za-z.])/g],
];

const ROLES = '联系人|负责人|经办人|填表人|审核人|法定代表人|局长|主任|科长|处长|书记|组长';
/** A role, a colon, and two or three characters that begin with a common family name. */
const NAME = new RegExp(
  `(?:${ROLES})(?:（[^）]*）)?[：:]\\s*(?=[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤][\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,3}(?![\\u4e00-\\u9fff])`,
  'g',
);

export function findPersonalData(file: string, text: string, report: (fault: Fault) => void): void {
  for (const [kind, pattern] of NUMBERS) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      report({
        rule: 'personal-number',
        place: { file, ...lineAndColumn(text, index) },
        values: { kind, found: masked(found) },
        cell: file,
      });
    }
  }
  for (const { index, 0: found } of text.matchAll(NAME)) {
    report({ rule: 'personal-name', place: { file, ...lineAndColumn(text, index) }, values: { found: masked(found) }, cell: file });
  }
}

/** The report must not carry the data further. */
function masked(found: string): string {
  return /\d/.test(found) ? `${found.slice(0, 3)}…${found.slice(-2)}` : `${found.slice(0, -1)}×`;
}
