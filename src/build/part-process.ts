/** A process of its own for some of the parts: is told its task, does it, and ends. */
import type { PartsTask } from './part-processes.ts';

process.once('message', (message) => {
  work(message as PartsTask).then(
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
async function work(task: PartsTask): Promise<void> {
  if (task.kind === 'shards') return (await import('./make-shards.ts')).makeShards(task);
  if (task.kind === 'pages') return (await import('./unit-pages.ts')).makeUnitPages(task);
  const [{ makeRecords }, { PartStore }] = await Promise.all([import('./large-archive.ts'), import('./part-store.ts')]);
  return makeRecords(task, new PartStore(task.place));
}
