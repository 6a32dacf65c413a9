import { join } from 'node:path';
import { startTrialCloud } from '../../demo/cloud';
import { connect } from '../../demo/client';
import { Phone } from './phone';
async function main() {
  const cloud = await startTrialCloud({ quiet: true });
  const client = await connect(cloud.url);
  const phone = new Phone({
    dir: join(__dirname, '../../dist/weapp'),
    url: cloud.url,
    token: client.token('rs-01'),
  });
  await phone.launch();
  console.log(phone.faults, phone.words.slice(0, 600));
  await cloud.close();
}
main().catch((e) => {
  console.error(e);
  process.exit(1);
});
