import { expect, it } from 'vitest';
import { childrensTime, measure } from './measure.ts';

it('measures a command and the processes that it starts', async () => {
  const work = 'const end = performance.now() + 300; while (performance.now() < end); console.log("done")';
  const { seconds, processorSeconds, output } = await measure('sh', ['-c', `"$0" -e '${work}'`, process.execPath], '.');
  expect(output).toBe('done\n');
  expect(seconds).toBeGreaterThan(0.3);
  expect(processorSeconds).toBeGreaterThan(0.02);
});

it('fails where the command fails', async () => {
  await expect(measure('sh', ['-c', 'echo why; exit 3'], '.')).rejects.toThrow(/ended with 3:\nwhy/);
});

it('reads what the shell tells of its children', () => {
  expect(childrensTime('a warning\n0m0.001s 0m0.002s\n1m2.500s 0m6.250s\n')).toBeCloseTo(68.75);
});
