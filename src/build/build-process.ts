/** A process of its own for some of a build's work: is told its task, does it, and ends. */
import type { BuildTask } from './build-processes.ts';

process.once('message', (message) => {
  work(message as BuildTask).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Without the process that shared the work out there is nobody to do it for.
process.once('disconnect', () => process.exit(1));

/** What a task does not need is not loaded. */
async function work(task: BuildTask): Promise<void> {
  if (task.kind === 'bundle') return (await import('./bundle-pages.ts')).bundlePages(task);
  if (task.kind === 'shards') return (await import('./make-shards.ts')).makeShards(task);
  if (task.kind === 'pages') return (await import('./unit-pages.ts')).makeUnitPages(task);
  return (await import('./large-archive.ts')).makeRecords(task);
}
