/** While editing: a sign beside each cell that a rule found fault with; what it says is shown on focus and on tap. */

export function markFindings(findings: Iterable<HTMLElement>): void {
  for (const [index, { dataset }] of [...findings].entries()) {
    const { finding = '', cell, text = '', label = '' } = dataset;
    const [path, id = ''] = finding.split('#');
    if (path !== location.pathname) continue;
    const element = document.getElementById(id);
    const place = cell === undefined ? element : element?.children[Number(cell)];
    if (place) mark(place, `finding-${index}`, label, text);
  }
}

function mark(place: Element, id: string, label: string, text: string): void {
  const others = place.querySelector<HTMLElement>('.finding-mark');
  if (others) {
    // Several findings of one cell share its sign.
    const note = document.getElementById(others.getAttribute('aria-details') ?? '');
    note?.append(paragraph(text));
    return;
  }
  const note = document.createElement('div');
  note.id = id;
  note.className = 'note';
  note.popover = 'auto';
  note.append(paragraph(text));
  const sign = document.createElement('button');
  sign.type = 'button';
  sign.className = 'finding-mark';
  sign.textContent = '!';
  sign.setAttribute('aria-label', `${label}：${text}`);
  sign.setAttribute('aria-details', id);
  sign.popoverTargetElement = note;
  sign.popoverTargetAction = 'show';
  sign.addEventListener('focus', () => note.showPopover({ source: sign }));
  place.classList.add('found');
  place.append(sign);
  document.body.append(note);
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
