/** Shows the copy buttons, where the browser lets a page write to the clipboard. */
const SHOWN_FOR = 2000;

export function offerCopying(buttons: Iterable<HTMLButtonElement>): void {
  // Typed as always there, yet absent on pages without a secure origin.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return;
  for (const button of buttons) {
    const source = button.parentElement?.querySelector('[data-copy-source]');
    if (!source) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await clipboard.writeText(source.textContent?.trim() ?? '');
      } catch {
        // Refused by the reader's settings: the text can still be selected.
        getSelection()?.selectAllChildren(source);
        return;
      }
      button.textContent = button.dataset.copy ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, SHOWN_FOR);
    });
  }
}
