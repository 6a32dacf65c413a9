/** A case number in groups of up to four, from the left, so that it can be read over the phone. */
export function spokenNo(no: string): string {
  return (no.match(/[0-9]{1,4}|[^0-9]+/g) ?? [no]).join(' ').replace(/\s+/g, ' ').trim();
}
