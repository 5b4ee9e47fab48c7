/** `/` goes to the search box, as in most reference works on the web; never while the reader is typing. */
export function listenForSlash(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return;
    const box = page.querySelector<HTMLInputElement>('[data-search-box]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
