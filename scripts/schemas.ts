import { mkdirSync, writeFileSync } from 'node:fs';
import { publishedSchemas } from '../src/reporting/published-schemas.ts';
import { parseCommand } from './command.ts';

const { root } = parseCommand('npm run schemas\n\nWrites public/schemas/ anew, after a change of src/reading/schemas.ts or of the report.');
mkdirSync(`${root}/public/schemas`, { recursive: true });
for (const [name, content] of Object.entries(publishedSchemas())) writeFileSync(`${root}/public/schemas/${name}`, content);
