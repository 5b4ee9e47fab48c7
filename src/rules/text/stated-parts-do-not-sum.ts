import { isZero } from '../../domain/decimal.ts';
import { STATEMENTS as FILE } from '../example-archive.ts';
import { sumOutcome } from '../reconcile.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, statementPlace } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文里各分项之和不等于合计',
    en: 'Parts that the text states do not sum to their total',
  },
  explanation: {
    zh: '正文说某数“包括”几项，各项之和应等于该数。分项在 statements.csv 的 parts 一栏里写明。',
    en: 'Where the text says that a figure consists of others, they add up to it. The parts are named in the column parts of statements.csv.',
  },
  message: {
    zh: '正文“{row}”为 {stated}，各分项合计 {sum}，相差 {difference}。请对照原件核对。',
    en: 'The text says {stated} for “{row}”, its parts make {sum}: {difference} apart. Check them against the published document.',
  },
  bad: { file: FILE, replace: ['goods,十,货物,amount,1.00', 'goods,十,货物,amount,1.20'], at: { line: 7 } },
  *reconcile(disclosure) {
    for (const statement of disclosure.statements) {
      for (const references of statement.parts ?? []) {
        const inputs = references.flatMap((reference) => {
          const figure = figureAt(disclosure, reference);
          return figure ? [inputOf(reference, figure.value)] : [];
        });
        if (inputs.length < references.length) continue;
        const values = inputs.map(({ value }) => value);
        const rounded = statement.measure === 'count' ? [] : [statement.value, ...values.filter((value) => !isZero(value))];
        yield {
          rule: 'stated-parts-do-not-sum',
          operation: 'sum',
          cell: `statements.${statement.id}`,
          place: statementPlace(disclosure, statement),
          stated: statement.value,
          ...sumOutcome(statement.value, values, rounded),
          inputs,
        };
      }
    }
  },
});
