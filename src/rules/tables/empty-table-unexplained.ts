import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'warning',
  title: {
    zh: '空表没有说明',
    en: 'An empty table without a statement',
  },
  explanation: {
    zh: '没有数字的表也应当公开，并说明为什么没有数字。原件印了说明的，照录在 statement 里；原件没有印的，登记说明。',
    en: 'A table without figures is to be published with a statement that says so. Where the document prints one, it stands in `statement`; where it prints none, that is acknowledged.',
  },
  message: {
    zh: '“{title}”没有数字，也没有说明。原件印了说明就写在 statement 里；没有印就在 data/acknowledged.csv 里登记。',
    en: '“{title}” has no figures and no statement. Write what is printed into `statement`; if nothing is, acknowledge it.',
  },
  bad: {
    file: BUDGET,
    replace: [
      '  - id: projects\n    title: 项目支出预算表\n',
      '  - id: projects\n    title: 项目支出预算表\n  - id: projects-2\n    kind: projects\n    title: 项目支出预算表（续）\n    state: empty\n',
    ],
    at: {},
  },
  *check({ disclosures }) {
    for (const { unit, id, fields, fieldPlace, tables } of disclosures) {
      for (const [index, table] of fields.tables.entries()) {
        if (table.state !== 'empty' || table.statement || table.note) continue;
        if (tables.some((each) => each.id === table.id && each.contradicted)) continue;
        yield {
          rule: 'empty-table-unexplained',
          place: fieldPlace('tables', index, 'state'),
          values: { title: table.title },
          cell: `${unit}/${id}#${table.id}`,
        };
      }
    }
  },
});
