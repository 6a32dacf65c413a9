/** The mini-program's, from package.json (`config/index.ts`). */
export const version = process.env.TARO_APP_VERSION ?? '';
