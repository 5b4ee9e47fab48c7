/** The units' pages among several processes, each with parts of its own; the other pages stay with this one. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { unitsInParts } from '../archive/parts.ts';
import type { Archive } from '../domain/archive.ts';
import { filesOnDisk } from '../reading/files.ts';
import { wholeOf } from '../views/whole.ts';
import { IN_A_PART } from './large-archive.ts';
import { moveInto } from './move-into.ts';
import type { UnitPagesTask } from './unit-pages.ts';

export interface SharedPages {
  /** Everything is made, or the reason why not; puts it into the site. */
  readonly finish: (site: string) => Promise<void>;
  /** Ends what still runs and removes what was made. */
  readonly discard: () => void;
}

/** `folder` is a name that nobody else uses; the processes work in folders beside it, one build of a project at a time. */
export function sharePages(
  archive: Archive,
  { root, archiveRoot, folder, processes, base }: { root: string; archiveRoot: string; folder: string; processes: number; base: string },
): SharedPages {
  const files = filesOnDisk(archiveRoot);
  const parts = unitsInParts(files, Math.min(IN_A_PART, Math.ceil(archive.disclosures.size / processes)));
  const whole = archive.whole ?? wholeOf(archive);
  const running = Array.from({ length: Math.min(processes, parts.length) }, (_, index) => {
    const own = parts.filter((__, part) => part % processes === index);
    const units = new Set(own.flat());
    const out = `${folder}.units-${index}`;
    const pages = join(root, `.astro/units-${index}`);
    for (const place of [out, pages]) rmSync(place, { recursive: true, force: true });
    const task: UnitPagesTask = {
      root,
      archiveRoot,
      base,
      out,
      pages,
      digest: archive.digest,
      whole,
      parts: own,
      disclosures: [...archive.disclosures.values()].filter(({ unit }) => units.has(unit)).map(({ unit, id }) => ({ unit, id })),
      parents: [...units].flatMap((unit) => archive.units.get(archive.units.get(unit)?.parent ?? '') ?? []),
    };
    const child = fork(join(import.meta.dirname, 'unit-pages-process.ts'), { serialization: 'advanced' });
    child.send(task);
    return { places: [out, `${out}.cache`, pages], out, child, ended: endOf(child) };
  });
  const remove = (): void => {
    for (const { places } of running) for (const place of places) rmSync(place, { recursive: true, force: true });
  };
  return {
    finish: async (site) => {
      await Promise.all(running.map(({ ended }) => ended));
      for (const { out } of running) moveInto(out, site);
      remove();
    },
    discard: () => {
      for (const { child } of running) child.kill();
      remove();
    },
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0) throw new Error(`a process that makes pages ended with ${code ?? signal}`);
}
