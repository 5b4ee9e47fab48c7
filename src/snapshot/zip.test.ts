import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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

  it('notices every flipped bit, and every place at which it is cut', () => {
    const whole = readFileSync(write('four.zip'));
    const damaged = join(folder, 'damaged.zip');
    const notices = (bytes: Uint8Array): boolean => {
      writeFileSync(damaged, bytes);
      try {
        const reader = new ZipReader(damaged);
        const intact = reader.isIntact();
        reader.close();
        return intact === false;
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFault);
        return true;
      }
    };
    expect(notices(whole)).toBe(false);
    const flipped = (at: number, bit: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      return bytes;
    };
    for (const at of whole.keys()) {
      expect(notices(flipped(at, at % 8)), `bit ${at % 8} of byte ${at}`).toBe(true);
      expect(notices(whole.subarray(0, at)), `cut at ${at}`).toBe(true);
    }
  });

  it('packed by another program gives back what is in it, and says that it is not the one written', () => {
    const zip = join(folder, 'other.zip');
    // Without the line at its end, which is all that other programs leave out.
    const ours = readFileSync(write('five.zip'));
    const bytes = Buffer.from(ours.subarray(0, ours.lastIndexOf('SHA-512 of every byte')));
    bytes.writeUInt16LE(0, bytes.length - 2);
    writeFileSync(zip, bytes);
    const reader = new ZipReader(zip);
    expect(reader.isIntact()).toBeUndefined();
    reader.close();
    expect([...readAll(zip).values()]).toEqual([...files.values()]);
  });

  it('in which a file has two names is refused', () => {
    const bytes = readFileSync(write('six.zip'));
    bytes.write('index.htmm', bytes.indexOf('index.html'));
    writeFileSync(join(folder, 'two-names.zip'), bytes);
    expect(() => readAll(join(folder, 'two-names.zip'))).toThrow(ZipFault);
  });
});
