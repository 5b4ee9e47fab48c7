/** What documents print around a name that says nothing of what it names. */

const NUMBERING = /^(?:[一二三四五六七八九十]+、|[IVX]+\.\s+|\d{1,2}\.\s+)/;
const TOTAL = /^(?:合计|总计|小计|(?:grand |sub)?total)$/i;

/** 一、一般公共服务支出 → 一般公共服务支出 */
export function withoutNumbering(name: string): string {
  return name.replace(NUMBERING, '');
}

/** Whether a name is a bare total, which does not say of what. */
export function isBareTotal(name: string): boolean {
  return TOTAL.test(name);
}
