import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { createGzip } from 'node:zlib';
import { basePath } from '../src/build/sub-path.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run serve -- [--out DIR] [--port N]

Serves a built site on this machine, as any static host would.
  --out DIR  the site's folder (default: dist)
  --port N   default 4321`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
};

const { root, text } = parseCommand(USAGE, { out: { type: 'string' }, port: { type: 'string' } });
const folder = resolve(text('out') ?? `${root}/dist`);
const port = Number(text('port') ?? 4321);
if (!Number.isInteger(port) || port < 1 || port > 65535) refuse(`“${text('port')}”不是端口号，应为 1 到 65535 的整数。`, USAGE);
if (!existsSync(join(folder, 'index.html'))) refuse(`${folder} 里还没有生成的网站，请先运行 npm run build。`, USAGE);

// A site that was built for a path of its host is served under it.
const base = basePath(/<link rel="canonical" href="([^"]*)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1]);

createServer((request, response) => {
  const path = pathOf(request.url ?? '/');
  if (base !== '/' && path === '/') return void response.writeHead(302, { location: base }).end();
  let file = join(folder, path.startsWith(base) ? path.slice(base.length) : '404.html');
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  const found = file.startsWith(folder) && existsSync(file);
  const served = found ? file : join(folder, '404.html');
  const type = TYPES[extname(served)] ?? 'application/octet-stream';
  const compressed = /^(text|application\/json|image\/svg)/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(found ? 200 : 404, { 'content-type': type, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
  const content = createReadStream(served);
  if (compressed) content.pipe(createGzip()).pipe(response);
  else content.pipe(response);
}).listen(port, () => console.log(`http://localhost:${port}${base}`));

/** The path asked for, below the folder; one that is no valid address leads to the page that says so. */
function pathOf(url: string): string {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return '/404.html';
  }
}
