/** Loaded before a command: what Node compiles of the program is kept, and the next command begins a quarter of a second earlier. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
