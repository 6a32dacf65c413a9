/** 政策咨询, the item of the catalogue for whatever is asked and is no other item: its cases are questions. */
export const CONSULTATION = 'policy-consultation';
