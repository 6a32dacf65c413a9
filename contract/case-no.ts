/** A case number as people read it: `26 1123 8176`, year, month with day, and the rest; older ones have no year, `1123 8176`. */
export function spokenNo(no: string): string {
  const [, year, date, rest] = /^(\d\d)?(\d{4})(\d{4,8})$/.exec(no) ?? [];
  return date === undefined ? no : [year, date, rest].filter(Boolean).join(' ');
}
