/** Chromium comes with a package; on systems it does not serve, MINGZHANG_CHROMIUM names another. */
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Nothing that the browser does by itself may reach the network. */
const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MINGZHANG_CHROMIUM ?? (await chromiumPackage.executablePath());
  return chromium.launch({ executablePath, args: QUIET });
}
