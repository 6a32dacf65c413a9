import { reject } from '../../contract/errors';

/** Rows of the contract whose handlers follow, so that pages can be written against them. */
const toCome = () => Promise.resolve(reject('UNKNOWN_ACTION'));
export const find = toCome;
export const look = toCome;
export const change = toCome;
export const join = toCome;
export const unjoin = toCome;
export const deactivate = toCome;
