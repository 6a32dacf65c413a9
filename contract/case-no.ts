/** A case number as people read it: `1123 8176`, in groups of four from the left. */
export function spokenNo(no: string): string {
  return (no.match(/\d{1,4}|\D+/g) ?? [no]).join(' ').replace(/\s+/g, ' ').trim();
}
