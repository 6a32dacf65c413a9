import type { Cloud } from './cloud';
import { look } from './look';
import { planOf } from './plan';
import { timeOf } from './time';
import { planWords, sizeWords } from './words';

/** `--status`: which version stands, who deployed it, who is deploying, and where the cloud is not as that version left it. */
export async function status(cloud: Cloud): Promise<void> {
  const { say, now } = cloud.world;
  const there = await look(cloud);
  const { current, versions, attempt, lease } = there.records;
  const standing = versions.find(({ version }) => version === current);
  say(`环境 ${cloud.keys.env}`);
  if (!standing) {
    say(attempt ? '第一次部署还没有做完，再运行一次会接着做。' : '还没有用这个工具部署过。');
  } else {
    const { version, release, who, at, manifest } = standing;
    say(`现在是第 ${version} 版（${release}），${who} 在 ${timeOf(at)} 部署：${sizeWords(manifest)}。`);
    if (attempt) say('后来又有一次部署没有做完：再运行一次会接着做，或者用 --back 退回这一版。');
    const plan = planOf(there, manifest, { allowDrop: false });
    const lines = planWords(plan);
    say(lines.length === 0 ? '云上和这一版一样。' : '云上和这一版不一样的地方：');
    for (const line of lines) say(`  ${line}`);
  }
  const { demo } = there.records;
  if (demo)
    say(
      demo.state === 'done'
        ? `里面是演示数据，${demo.who} 在 ${timeOf(demo.at)} 放的。`
        : '演示数据放到一半，再运行一次 npm run deploy -- --demo 会接着放。',
    );
  for (const { version, release, who, at } of versions.filter((one) => one !== standing))
    say(`存着第 ${version} 版（${release}），${who} 在 ${timeOf(at)} 部署。`);
  for (const { name, status: state } of there.functions.filter((one) => one.status !== 'Active'))
    say(`云函数 ${name} 的状态是 ${state}。`);
  if (lease && lease.until > now()) say(`${lease.who} 从 ${timeOf(lease.since)} 起正在部署。`);
}
