/** What the preview says in the terminal. */
export const liveWords = {
  failed: '程序出错，网页还是上一次的：',
  more: (count: number): string => `还有 ${count} 个，运行 npm run check 看全部。`,
  mended: (count: number): string => `改好了 ${count} 个问题。`,
  left: (count: number): string => (count === 0 ? '没有问题。' : `还有 ${count} 个问题。`),
} as const;
