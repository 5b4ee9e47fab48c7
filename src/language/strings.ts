/** The interface's words in the archive's language. Chinese is the one there is; an English file makes the second. */
import { type Strings, zhCN } from './zh-CN.ts';

export type { SearchStrings, Strings } from './zh-CN.ts';

export const strings: Strings = zhCN;
