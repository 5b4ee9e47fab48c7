import { dev } from 'astro';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run dev -- [--archive DIR] [--port N]

Shows the archive's site while it is edited: a saved file is on the page at once, with what the rules find.
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --port N       default 4321, or the next that is free`;

const { archive, root, text } = parseCommand(USAGE, { port: { type: 'string' } });
const port = Number(text('port') ?? 4321);
if (!Number.isInteger(port) || port < 1 || port > 65535) refuse(`“${text('port')}”不是端口号，应为 1 到 65535 的整数。`, USAGE);
process.env.MINGZHANG_ARCHIVE = archive;
// A preview asks nobody else for anything.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
process.chdir(root);
await dev({ root, server: { port } });
