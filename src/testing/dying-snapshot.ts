/**
 * Makes a snapshot of pages already built, and dies: `node dying-snapshot.ts ARCHIVE PAGES OUT N` ends with SIGKILL
 * in the middle of the Nth operation on the disk, with half of what was to be written. With N = 0 it lives, and
 * prints how many operations there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { compileFolder } from '../archive/compile.ts';
import { makeSnapshot } from '../snapshot/make-snapshot.ts';
import { snapshotDate } from '../snapshot/snapshot-date.ts';
import { PROJECT } from './commands.ts';

type Operation = (...args: unknown[]) => unknown;

const [archiveRoot = '', pages = '', out = '', last = '0'] = process.argv.slice(2);
const archive = await compileFolder(archiveRoot);
let operations = 0;

const disk = fs as unknown as Record<string, Operation>;
for (const name of ['mkdirSync', 'writeFileSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync']) {
  const operation = disk[name];
  if (!operation) throw new Error(`there is no ${name}`);
  disk[name] = (...args) => {
    operations += 1;
    if (operations === Number(last)) {
      const [to, bytes] = args;
      if (name.startsWith('write') && bytes instanceof Uint8Array) operation(to, bytes.subarray(0, bytes.length / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    return operation(...args);
  };
}
syncBuiltinESMExports();

await makeSnapshot(archive, {
  root: PROJECT,
  archiveRoot,
  out,
  folder: dirname(out),
  date: snapshotDate(archive, undefined),
  progress: () => undefined,
  buildPages: async (to) => fs.cpSync(pages, to, { recursive: true }),
});
console.log(operations);
process.exit(0);
