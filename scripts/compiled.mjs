/** Loaded before a command: Node keeps the program as it has compiled it, and the next one begins a quarter of a second earlier. */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

enableCompileCache(resolve(import.meta.dirname, '../.cache/compiled'));
