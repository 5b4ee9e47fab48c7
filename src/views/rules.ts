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

const SEVERITIES = {
  error: { name: '错误', explanation: '不改正就不能发布，除非原件本来如此，并登记了说明' },
  warning: { name: '提醒', explanation: '请编辑看一看' },
  info: { name: '说明', explanation: '值得知道' },
} as const;

export function rulesPage(archive: Archive): RulesPage {
  const rules = [...archive.rules.values()];
  const lede = `每次生成网站之前，档案里的每个文件、每个数字都要经过这 ${rules.length} 条规则。`;
  return {
    frame: { title: '核对规则', description: lede, path: '/rules/', crumbs: [{ href: '/checks/', text: '核对结果' }] },
    heading: '怎样核对',
    lede,
    severities: (['error', 'warning', 'info'] as const).flatMap((severity) => {
      const { length: count } = rules.filter((rule) => rule.severity === severity);
      return count > 0 ? [{ ...SEVERITIES[severity], count }] : [];
    }),
    groups: GROUPS.map(([group, name]) => ({
      name,
      rules: rules
        .filter((rule) => rule.group === group)
        .map(({ code, severity, title, explanation, message, example }) => ({
          code,
          severityName: SEVERITIES[severity].name,
          title: title.zh,
          explanation: explanation.zh,
          message: message.zh.replace(/\{\w+\}/g, '…'),
          example,
        })),
    })),
  };
}
