/**
 * Counts the tests of a run for `.ci/run`, into the file that MINGZHANG_COUNTS names. A test that is expected to
 * fail is no pass: it records something that is not yet right. Vitest's own JSON counts it as one.
 */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, expectedToFail: 0, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts[test.options.fails ? 'expectedToFail' : 'passed'] += 1;
        else counts[state === 'failed' ? 'failed' : 'skipped'] += 1;
      }
      // A file that fails before its tests begin has none to count.
      if (!module.ok() && counts.failed === before) counts.failed += 1;
    }
    const file = process.env.MINGZHANG_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
