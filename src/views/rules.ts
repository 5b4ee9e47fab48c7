/** What is checked and how: every rule in words, with an example. */
import { type Edition, href, textOf } from './edition.ts';
import type { RulesPage } from './page.ts';

export function rulesPage(edition: Edition): RulesPage {
  const { archive, language } = edition;
  const words = language.rules;
  const rules = [...archive.rules.values()];
  const lede = words.lede(rules.length);
  return {
    frame: {
      title: words.title,
      description: lede,
      path: '/rules/',
      crumbs: [{ href: href(edition, '/checks/'), text: language.checks.title }],
    },
    heading: words.heading,
    lede,
    severities: (['error', 'warning', 'info'] as const).flatMap((severity) => {
      const { length: count } = rules.filter((rule) => rule.severity === severity);
      return count > 0 ? [{ ...language.severities[severity], count }] : [];
    }),
    groups: Object.entries(words.groups).map(([group, name]) => ({
      name,
      rules: rules
        .filter((rule) => rule.group === group)
        .map(({ code, severity, title, explanation, message, example }) => ({
          code,
          severityName: language.severities[severity].name,
          title: textOf(edition, title),
          explanation: textOf(edition, explanation),
          message: textOf(edition, message).replace(/\{\w+\}/g, '…'),
          example,
        })),
    })),
  };
}
