/** Valibot schemas of what crosses the wire. Instants are epoch milliseconds; days are `YYYY-MM-DD` in Asia/Shanghai. */
export * from './case';
export * from './check';
export * from './field';
export * from './import';
export * from './journal';
export * from './mandate';
export * from './missing';
export * from './notice';
export * from './person';
export * from './policy';
export * from './review';
export * from './roster';
export * from './sample';
export * from './service';
export * from './set';
export * from './trouble';
export * from './unit';
