import { reject } from '../../contract/errors';

/** Rows of the contract whose handlers follow, so that pages can be written against them. */
const toCome = () => Promise.resolve(reject('UNKNOWN_ACTION'));
export const invitation = toCome;
export const accept = toCome;
