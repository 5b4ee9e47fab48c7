/** A process of its own for some of the parts: is told its task, does it, and ends. */
import type { PartsTask } from './part-processes.ts';
import { PartStore } from './part-store.ts';

process.once('message', (message) => {
  const task = message as PartsTask;
  work(task).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Without the process that shared the work out there is nobody to do it for.
process.once('disconnect', () => process.exit(1));

/** Loads what its task needs: a process that only compiles begins in a third of the time without Astro. */
async function work(task: PartsTask): Promise<void> {
  if (task.kind === 'pages') return (await import('./unit-pages.ts')).makeUnitPages(task);
  return (await import('./large-archive.ts')).makeRecords(task, new PartStore(task.place));
}
