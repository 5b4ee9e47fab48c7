/** What is checked and how: every rule in words, with an example. */
import type { Archive } from '../domain/archive.ts';
import type { RulesPage } from './page.ts';

const GROUPS: readonly (readonly [group: string, name: string])[] = [
  ['sums', '表格里的数'],
  ['text', '正文与引用'],
  ['tables', '表格的写法'],
  ['files', '文件与字段'],
  ['archive', '整个档案'],
];

const SEVERITIES = { error: '错误：不改正就不能发布', warning: '提醒：请编辑看一看', info: '说明' } as const;

export function rulesPage(archive: Archive): RulesPage {
  const rules = [...archive.rules.values()];
  const lede = `每次生成网站之前，档案里的每个文件、每个数字都要经过这 ${rules.length} 条规则。`;
  return {
    frame: { title: '核对规则', description: lede, path: '/rules/', crumbs: [{ href: '/checks/', text: '核对结果' }] },
    heading: '怎样核对',
    lede,
    groups: GROUPS.map(([group, name]) => ({
      name,
      rules: rules
        .filter((rule) => rule.group === group)
        .map(({ code, severity, title, explanation, message, example }) => ({
          code,
          severity,
          severityName: SEVERITIES[severity],
          title: title.zh,
          explanation: explanation.zh,
          message: message.zh.replace(/\{\w+\}/g, '…'),
          example,
        })),
    })),
  };
}
