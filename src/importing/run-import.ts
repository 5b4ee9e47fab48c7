/** The whole way of an import: a file is read, a draft made and checked, and, if all is well, written. */
import { basename } from 'node:path';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { readSourceFile } from './containers/read-source-file.ts';
import type { Draft } from './draft/draft.ts';
import { reportHtml } from './draft/report.ts';
import { summaryLines } from './draft/summary.ts';
import { existing, finishLeftOver, sha256Of, writeDraft, writeReport } from './draft/write-draft.ts';
import { type Import, importDocument, type Refusal, targetOf } from './import-file.ts';

export interface ImportRun {
  readonly file: string;
  readonly archive: string;
  readonly wanted: Import;
  readonly keepSource: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly reportFile: string;
  /** A path as the person who runs it would write it. */
  shownReport(path: string): string;
}

export async function runImport(run: ImportRun): Promise<{ draft: Draft; lines: readonly string[] } | Refusal> {
  const { file, archive, wanted, reportFile } = run;
  const target = targetOf(wanted);
  if (!run.dryRun) finishLeftOver(archive);
  const there = run.dryRun || run.force ? [] : existing(archive, target);
  if (there.length > 0) {
    return {
      refusal: `已经有这份文件了：${there.slice(0, 3).join('、')}${there.length > 3 ? ` 等 ${there.length} 个文件` : ''}。要换掉它们，加 --force；只想看看，加 --dry-run。`,
    };
  }
  const reading = await readSourceFile(file);
  if (reading.refusal) return { refusal: reading.refusal.message };
  const name = basename(file);
  const source = { name, form: reading.document.form, sha256: sha256Of(file), ...(run.keepSource ? { kept: name } : {}) };
  const draft = importDocument(reading.document, reading.notices, wanted, source, filesOnDisk(archive), await loadRules());
  if ('refusal' in draft) return draft;
  if (!run.dryRun) writeDraft(archive, target, { files: draft.files, ...(run.keepSource ? { keep: file } : {}) });
  writeReport(reportFile, reportHtml(draft));
  return { draft, lines: summaryLines(draft, run.shownReport(reportFile), !run.dryRun) };
}
