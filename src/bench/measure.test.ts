import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { childrensTime, measure } from './measure.ts';

it('measures a command and the processes that it starts', async () => {
  const work = 'const end = performance.now() + 300; while (performance.now() < end); console.log("done")';
  const { seconds, processorSeconds, output } = await measure('sh', ['-c', `"$0" -e '${work}'`, process.execPath], '.');
  expect(output).toBe('done\n');
  expect(seconds).toBeGreaterThan(0.3);
  expect(processorSeconds).toBeGreaterThan(0.02);
});

it.runIf(existsSync('/proc/self/smaps_rollup'))('counts what each process holds of its own, and once what they share', async () => {
  // Each holds 50 MB and prints its resident megabytes, Node's own binary and libraries among them.
  const work = 'globalThis.held = Buffer.alloc(50e6, 1); console.log(process.memoryUsage.rss() / 1e6); setTimeout(() => {}, 900)';
  const { megabytes, output } = await measure('sh', ['-c', `for i in 1 2 3 4; do "$0" -e '${work}' & done; wait`, process.execPath], '.');
  const resident = output.trimEnd().split('\n').map(Number);
  expect(resident).toHaveLength(4);
  expect(megabytes).toBeGreaterThan(4 * 50);
  expect(megabytes).toBeLessThan(resident.reduce((sum, each) => sum + each) - 3 * 20);
});

it('fails where the command fails', async () => {
  await expect(measure('sh', ['-c', 'echo why; exit 3'], '.')).rejects.toThrow(/ended with 3:\nwhy/);
});

it('reads what the shell tells of its children', () => {
  expect(childrensTime('a warning\n0m0.001s 0m0.002s\n1m2.500s 0m6.250s\n')).toBeCloseTo(68.75);
});
