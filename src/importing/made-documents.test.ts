/** Documents of the genre in layouts that no sample has, published in each form: every figure comes to its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { plainLabel } from '../reading/labels.ts';
import { loadRules } from '../rules/load.ts';
import { PROJECT } from '../testing/commands.ts';
import { madeExcel, madeHtml, madeWord, type MadeTable, parseMadeDocument, type TrueFigure, trueFigures } from '../testing/made-documents.ts';
import { readExcel } from './containers/excel/read-excel.ts';
