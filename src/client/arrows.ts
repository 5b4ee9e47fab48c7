/** Down from a box into the links that are seen below it, up and down among them, up again into the box. */
export function walkWithArrows(root: HTMLElement, box: HTMLElement, list: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a')].filter((link) => link.getClientRects().length > 0);
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (links.length === 0 || (at < 0 && (event.target !== box || event.key === 'ArrowUp'))) return;
    event.preventDefault();
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) box.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  });
}
