/**
 * Removes a folder, as a process that nobody waits for: `node remove-folder.ts FOLDER BEGINNING`. It gives the folder a
 * name of this beginning and its own number, so that what a process that was killed has left can be told.
 */
import { renameSync, rmSync } from 'node:fs';

const [, , folder = '', beginning = ''] = process.argv;
const own = `${beginning}${process.pid}`;
renameSync(folder, own);
rmSync(own, { recursive: true, force: true });
