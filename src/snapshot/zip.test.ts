import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { writeZip, ZipFault, ZipReader } from './zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-zip-'));
const files = new Map([
  ['index.html', Buffer.from('<p>预算</p>'.repeat(500))],
  ['空.txt', Buffer.alloc(0)],
  ['a b/c#1 100%.csv', Buffer.from('x')],
]);
const contentOf = (path: string): Uint8Array => files.get(path) ?? Buffer.alloc(0);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string): string {
  const zip = join(folder, name);
  writeZip(zip, '快照', [...files.keys()], contentOf);
  return zip;
}

function readAll(zip: string): Map<string, Buffer> {
  const reader = new ZipReader(zip);
  try {
    return new Map([...reader.entries.keys()].map((path) => [path, Buffer.from(reader.read(path))]));
  } finally {
    reader.close();
  }
}

describe('a ZIP', () => {
  it('gives back what was put in, and is the same each time', () => {
    const zip = write('one.zip');
    expect([...readAll(zip)]).toEqual([...files].map(([path, content]) => [`快照/${path}`, content]));
    expect(readFileSync(write('two.zip'))).toEqual(readFileSync(zip));
  });

  it.skipIf(spawnSync('unzip', ['-v']).status !== 0)('is taken by unzip', () => {
    expect(spawnSync('unzip', ['-tq', write('three.zip')], { encoding: 'utf8' }).status).toBe(0);
  });

  it('has room for more files than its first edition', () => {
    const zip = join(folder, 'many.zip');
    const many = Array.from({ length: 66_000 }, (_, number) => `${number}.txt`);
    writeZip(zip, 'x', many, (path) => Buffer.from(path));
    const reader = new ZipReader(zip);
    expect(reader.entries.size).toBe(many.length);
    expect(Buffer.from(reader.read('x/65999.txt')).toString()).toBe('65999.txt');
    reader.close();
  });

  it('gives back the right content or a fault, whatever byte is flipped and wherever it is cut', () => {
    const whole = readFileSync(write('four.zip'));
    const random = new Random(7);
    for (let times = 0; times < 300; times += 1) {
      const bytes = Buffer.from(times % 3 === 0 ? whole.subarray(0, random.integer(0, whole.length - 1)) : whole);
      if (times % 3 !== 0) {
        const at = random.integer(0, bytes.length - 1);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.integer(0, 7));
      }
      const damaged = join(folder, 'damaged.zip');
      writeFileSync(damaged, bytes);
      try {
        for (const [path, content] of readAll(damaged)) {
          const own = files.get(path.slice('快照/'.length));
          // A flipped name is another name, which the manifests do not know.
          if (own) expect(content).toEqual(own);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFault);
      }
    }
  });
});
