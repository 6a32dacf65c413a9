/** What the database holds, a type a collection. Instants are epoch milliseconds, days `YYYY-MM-DD` in Asia/Shanghai. */
export * from './case';
export * from './clock';
export * from './custody';
export * from './figures';
export * from './import';
export * from './invitation';
export * from './journal';
export * from './notice';
export * from './paper';
export * from './person';
export * from './policy';
export * from './rectification';
export * from './regrid';
export * from './review';
export * from './sample';
export * from './service';
export * from './unit';
