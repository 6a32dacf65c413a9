import type { TextState } from 'contract/words';

/** What becomes of words that others cannot read yet, or never. The rating counts whatever was found in them. */
export function ofWords(state: TextState | undefined): string | undefined {
  switch (state) {
    case 'waiting':
      return '您写的话还在审，审过了别人才看得到。打的分已经算上了。';
    case 'refused':
      return '您写的话没通过审核，只有您自己看得到。打的分照样算。';
    default:
      return undefined;
  }
}
