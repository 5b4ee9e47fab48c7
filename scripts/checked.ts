/** What the commands share that make something of an archive: they check it first, and make nothing of one with errors. */
import { blockingFindings } from '../src/archive/blocking.ts';
import type { Archive } from '../src/domain/archive.ts';
import { printReport } from '../src/reporting/terminal.ts';
import { ownEdition } from '../src/views/editions.ts';
import { BAD_DATA } from './command.ts';

const START = performance.now();

/** How to tell, with the seconds since the start, what is done. */
export function progressOf(archive: Archive): (step: string) => void {
  const { terminal } = ownEdition(archive).language;
  return (step) => console.log(`${terminal.seconds(((performance.now() - START) / 1000).toFixed(1).padStart(5))}  ${step}`);
}

/** Tells what is found and ends on errors; else, how to tell what is done. */
export function checked(archive: Archive, progress = progressOf(archive)): (step: string) => void {
  progress(ownEdition(archive).language.terminal.steps.checking);
  printReport(archive);
  if (blockingFindings(archive).length > 0) process.exit(BAD_DATA);
  return progress;
}
