import * as cloud from 'wx-server-sdk';

/** The floor: the SDK, bundled, doing one database call. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
const db = cloud.database();

export async function main(): Promise<unknown> {
  return db.collection('people').where({ openid: cloud.getWXContext().OPENID }).limit(1).get();
}
