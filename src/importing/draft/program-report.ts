/** A draft for programs: every figure with its place in the source. */
import type { Draft } from './draft.ts';

export function programReport(draft: Draft) {
  const { target, form, sourceFile, recognised, statements, accounting, findings, checks, personal, notices } = draft;
  return {
    document: `${target.unit}/${target.id}`,
    source: { file: sourceFile, form },
    title: recognised.title,
    profile: recognised.profile?.id,
    scope: recognised.scope,
    scale: recognised.scale,
    notices: notices.map(({ code, message }) => ({ code, message })),
    tables: recognised.tables.map(({ id, kind, title, state, scale, columns, rows, doubts, place, pages, statement, note }) => ({
      id,
      kind: kind?.id,
      title,
      state,
      scale,
      statement,
      note,
      place,
      pages,
      columns: columns.map(({ label, column, printed }) => ({ label, column: column?.id, printed })),
      rows: rows.map((row) => row.map(({ text, piece, guess }) => ({ text, place: piece.place, ...(guess ? { guess } : {}) }))),
      doubts,
    })),
    notIncluded: recognised.missing.map(({ id, title }) => ({ id, title })),
    statements: statements.map(({ piece, number, dimensions, ...rest }) => ({
      ...rest,
      ...dimensions,
      place: number?.number.place ?? piece.place,
    })),
    numbers: { total: accounting.total, ...accounting.counts },
    unplaced: accounting.unplaced.map(({ text, place, before, after }) => ({ text, place, before, after })),
    personal,
    checks,
    findings: findings.map(({ finding: { rule, severity, place, message }, source }) => ({
      rule,
      severity,
      place,
      source,
      message: message.zh,
    })),
  };
}
