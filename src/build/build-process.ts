/** A process of its own for some of a build's work: is told a task, does it, says so, and waits for the next. */
import type { BuildTask } from './build-processes.ts';
import type { PartCompiler } from './part-compiler.ts';
import type { UnitPageRenderer } from './unit-pages.ts';

/** What a part is compiled for first, its record, is made by one task, its pages by the next. */
let compiler: Promise<PartCompiler> | undefined;
let renderer: Promise<UnitPageRenderer> | undefined;

process.on('message', (message) => {
  work(message as BuildTask).then(
    () => process.send?.('done'),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// There is nothing more to do, or nobody to do it for.
process.once('disconnect', () => process.exit(0));

/** What a task does not need is not loaded. */
async function work(task: BuildTask): Promise<void> {
  if (task.kind === 'bundle') return (await import('./bundle-pages.ts')).bundlePages(task);
  if (task.kind === 'shards') return (await import('./make-shards.ts')).makeShards(task);
  if (task.kind === 'place') return (await import('./place-parts.ts')).placeParts(task);
  if (task.kind === 'subjects') return (await import('./subject-pages.ts')).makeSubjectPages(task);
  if (task.kind === 'renderer') {
    renderer = import('./unit-pages.ts').then(({ UnitPageRenderer }) => UnitPageRenderer.open(task));
    return void (await renderer);
  }
  compiler ??= import('./part-compiler.ts').then((module) => module.PartCompiler.load());
  if (task.kind === 'pages') {
    if (!renderer) throw new Error('no renderer was opened');
    return (await import('./unit-pages.ts')).makeUnitPages(task, await compiler, await renderer);
  }
  return (await import('./part-records.ts')).makeRecords(task, await compiler);
}
