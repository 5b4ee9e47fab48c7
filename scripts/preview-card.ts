import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { parseCommand } from './command.ts';

const { root } = parseCommand(
  'npm run preview-card\n\nDraws public/preview.png, the picture beside links to the site, from the seal of public/favicon.svg.',
);
const SIZE = 600;
const SEAL = 360;
const PAPER = '#fcfbf8';

const seal = readFileSync(join(root, 'public/favicon.svg')).toString('base64');
const executablePath = process.env.MINGZHANG_CHROMIUM ?? (await chromiumPackage.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(
  `<body style="margin:0;display:grid;place-items:center;height:${SIZE}px;background:${PAPER}"><img width="${SEAL}" height="${SEAL}" src="data:image/svg+xml;base64,${seal}">`,
);
await page.screenshot({ path: join(root, 'public/preview.png') });
await browser.close();
