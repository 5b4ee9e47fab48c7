/** A process of its own for some of the units' pages: is told its task, does it, and ends. */
import { makeUnitPages, type UnitPagesTask } from './unit-pages.ts';

process.once('message', (task) => {
  makeUnitPages(task as UnitPagesTask).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Without the process that shared the work out there is nobody to do it for.
process.once('disconnect', () => process.exit(1));
