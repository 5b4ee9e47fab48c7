/**
 * Says which tables are wider than their frame. Those that fit need no frame: their head can then stick to
 * the window instead of to the frame. Those that do not fit tell the reader that there is more to the side.
 */
export function watchSheets(sheets: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) measure(target);
  });
  for (const sheet of sheets) observer.observe(sheet);
}

function measure(sheet: HTMLElement): void {
  const table = sheet.querySelector('table');
  if (!table) return;
  // A hidden table has no width, and what is not known is left as the style sheet has it.
  if (sheet.clientWidth === 0) return;
  const wide = table.offsetWidth > sheet.clientWidth + 1;
  sheet.dataset.overflow = String(wide);
  // Only what scrolls needs to be reached by keyboard.
  if (wide || sheet.scrollHeight > sheet.clientHeight + 1) sheet.tabIndex = 0;
  else sheet.removeAttribute('tabindex');
}
