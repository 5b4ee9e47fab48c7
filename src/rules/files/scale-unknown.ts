import { fieldPlace as csvPlace } from '../../reading/csv.ts';
import { FACTS } from '../../reading/paths.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';
import { figureAt } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '金额单位没有定义',
    en: 'The scale is not declared',
  },
  explanation: {
    zh: '万元、元等金额单位在 data/archive.json 的 scales 里写明各等于多少元，才能互相比较。',
    en: 'Scales such as 万元 are declared in data/archive.json, so that amounts can be compared.',
  },
  message: {
    zh: '金额单位“{scale}”没有在 data/archive.json 里定义。现有：{known}。',
    en: 'The scale “{scale}” is not declared in data/archive.json. There are: {known}.',
  },
  bad: { file: BUDGET, replace: ['scale: 万元', 'scale: 千元'], at: { line: 6, column: 8 } },
  *check({ disclosures, facts, unread }) {
    if (unread.has(FACTS)) return;
    const scales = Object.keys(facts.scales);
    const known = { known: scales.join('、'), knownEn: scales.join(', ') };
    for (const disclosure of disclosures) {
      const { fields, fieldPlace, statements, statementsCsv } = disclosure;
      const given = [
        { scale: fields.scale, path: ['scale'] },
        ...fields.tables.map(({ scale }, index) => ({ scale, path: ['tables', index, 'scale'] })),
      ];
      for (const { scale, path } of given) {
        if (scale && !Object.hasOwn(facts.scales, scale))
          yield { rule: 'scale-unknown', place: fieldPlace(...path), values: { scale, ...known } };
      }
      const unitField = (statementsCsv?.rows[0]?.fields.indexOf('unit') ?? -1) + 1;
      for (const { measure, unit, line, cell } of statements) {
        // A change may also be one of persons or vehicles.
        const ofAmount = measure === 'change' && Object.hasOwn(facts.scales, figureAt(disclosure, cell ?? '')?.unit ?? '');
        if ((measure !== 'amount' && !ofAmount) || Object.hasOwn(facts.scales, unit)) continue;
        const record = statementsCsv?.rows.find((row) => row.line === line);
        if (record && statementsCsv)
          yield { rule: 'scale-unknown', place: csvPlace(statementsCsv, record, unitField), values: { scale: unit, ...known } };
      }
    }
  },
});
