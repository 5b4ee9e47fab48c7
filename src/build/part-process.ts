/** A process of its own for some of the parts: is told its task, does it, and ends. */
import { makeRecords } from './large-archive.ts';
import type { PartsTask } from './part-processes.ts';
import { PartStore } from './part-store.ts';
import { makeUnitPages } from './unit-pages.ts';

process.once('message', (message) => {
  const task = message as PartsTask;
  const work = task.kind === 'records' ? makeRecords(task, new PartStore(task.place)) : makeUnitPages(task);
  work.then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Without the process that shared the work out there is nobody to do it for.
process.once('disconnect', () => process.exit(1));
