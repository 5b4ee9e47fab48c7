/** Words of the page of open data, of the feed, and of citations. */

/** What the feed says. */
export const feedWords = {
  subtitle: '新收录的、有更正的公开文件。',
  added: (tables: number): string => `收录 ${tables} 张表。`,
  replaces: (title: string): string => `代替${title}。`,
  acknowledged: '原件问题说明',
  dayUnknown: '原件没有日期，本条的日期只取它的年度。',
} as const;
