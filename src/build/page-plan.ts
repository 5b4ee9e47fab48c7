/** Which pages this process makes, and in which order, where a build is shared out among several. */

export interface PagePlan {
  /** Everything that the pages are made with is there. */
  readonly bundled: () => void;
  readonly choose: <Path extends { readonly pathname: string }>(paths: readonly Path[]) => Path[];
  /** Called with its address before a page is made. */
  readonly before: (pathname: string) => void;
}

const HOLDER = Symbol.for('mingzhang.page-plan');

type Holder = { [HOLDER]?: PagePlan | undefined };

/** None: every page, as it comes. */
export function currentPagePlan(): PagePlan | undefined {
  return (globalThis as Holder)[HOLDER];
}

export function setPagePlan(plan: PagePlan | undefined): void {
  (globalThis as Holder)[HOLDER] = plan;
}

/** The unit whose page or whose disclosure's page has the address, in any language; nothing for all other pages. */
export function unitOfPage(pathname: string): string | undefined {
  return /^\/?(?:[a-z]{2,3}(?:-[a-z]+)?\/)?units\/([^/]+)/.exec(pathname)?.[1];
}
