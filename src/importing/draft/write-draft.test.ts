import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { existing, finishLeftOver, writeDraft } from './write-draft.ts';

const target = { unit: 'clear-river', id: '2024-budget' };
const folder = 'data/disclosures/clear-river/2024-budget';
const files = {
  'content/disclosures/clear-river/2024-budget.mdx': 'new\n',
  [`${folder}/expenditure.csv`]: 'new\n',
  [`${folder}/statements.csv`]: 'new\n',
};
const made: string[] = [];

function archive(): string {
  const root = mkdtempSync(join(tmpdir(), 'mingzhang-import-'));
  made.push(root);
  mkdirSync(join(root, folder), { recursive: true });
  mkdirSync(join(root, 'content/disclosures/clear-river'), { recursive: true });
  writeFileSync(join(root, 'content/disclosures/clear-river/2024-budget.mdx'), 'old\n');
  writeFileSync(join(root, `${folder}/old.csv`), 'old\n');
  return root;
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

function state(root: string): string {
  const paths = existing(root, target);
  const texts = new Set(paths.map((path) => readFileSync(join(root, path), 'utf8')));
  return `${paths.length} ${[...texts].join('').trim()}`;
}

describe('a draft', () => {
  it('replaces what was there, keeps the source byte for byte, and leaves nothing lying about', () => {
    const root = archive();
    const source = join(root, 'budget 2024.txt');
    writeFileSync(source, Buffer.from([0, 255, 13, 10]));
    writeDraft(root, target, { files, keep: source });
    expect(existing(root, target)).toEqual(Object.keys(files).sort());
    expect(readFileSync(join(root, folder, 'source', 'budget 2024.txt'))).toEqual(readFileSync(source));
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is there whole or not at all, wherever it is killed, once the next import has begun', () => {
    const steps: string[] = [];
    writeDraft(archive(), target, { files }, (step) => void steps.push(step));
    expect(steps.length).toBeGreaterThan(6);
    const outcomes = steps.map((last) => {
      const root = archive();
      expect(() =>
        writeDraft(root, target, { files }, (step) => {
          if (step === last) throw new Error('killed');
        }),
      ).toThrow('killed');
      finishLeftOver(root);
      expect(existsSync(join(root, `.import-${target.unit}-${target.id}`))).toBe(false);
      return state(root);
    });
    expect(new Set(outcomes)).toEqual(new Set(['2 old', '3 new']));
    expect(outcomes.indexOf('3 new')).toBe(steps.indexOf('decided'));
  });
});
