import type { KeyWish } from './keys';
import { refuse } from './refusals';

/** What the command line asks for. */
export interface Command {
  verb: 'deploy' | 'back' | 'status' | 'check' | 'logs' | 'keys' | 'help';
  env?: string;
  planOnly: boolean;
  save?: string;
  from?: string;
  allowDrop: boolean;
  /** puts the demo community into an empty environment */
  demo: boolean;
  yes: boolean;
  /** the mini-program: left as it is, uploaded, or shown as a code to scan */
  miniProgram: 'leave' | 'upload' | 'preview';
  /** of the keys of 身份证号 */
  key: KeyWish;
}

export const help = `npm run deploy -- [选项]

  --env <名字>      哪个环境：deploy.local.json 里的名字（trial、real），或者环境 ID
  --plan            只看要做什么，什么都不改；加 --save <文件> 存下来
  --apply <文件>    照存下的计划做；云上或代码变了就不做
  --allow-drop      允许删掉以前的版本建的、这一版不用的（会先说有多少条记录）
  --demo            再把演示社区放进空的试用环境，告诉试的人怎么进来（给居民用的、有记录的不放）
  --yes             不再问“照这样做吗”
  --back            退回前一版（云函数和索引）
  --status          现在是哪一版，谁部署的，云上有没有被改过
  --check           检查一遍：权限、索引、微信的权限、消息模板、时钟、定时（部署完会自己做）
  --logs            最近一小时出的错
  --keys <做什么>   身份证号的密钥：list 有哪几把，new 换一把新的，drop:<编号> 删旧的，copy 抄一份（npm run keys -- cloud 就是它）
  --upload          云上做好以后，再上传小程序
  --preview         云上做好以后，给一个预览二维码`;

/** Reads the command line. Throws where a word is not understood: a word that is passed over could be the important one. */
export function commandOf(words: readonly string[]): Command {
  const command: Command = {
    verb: 'deploy',
    planOnly: false,
    allowDrop: false,
    demo: false,
    yes: false,
    miniProgram: 'leave',
    key: { do: 'list' },
  };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const value = (): string => {
      const next = rest.shift();
      if (next === undefined || next.startsWith('--'))
        throw refuse('BAD_COMMAND', `${word} 后面要跟一个名字`);
      return next;
    };
    switch (word) {
      case '--env':
        command.env = value();
        break;
      case '--plan':
        command.planOnly = true;
        break;
      case '--save':
        command.save = value();
        break;
      case '--apply':
        command.from = value();
        break;
      case '--demo':
        command.demo = true;
        break;
      case '--allow-drop':
        command.allowDrop = true;
        break;
      case '--yes':
        command.yes = true;
        break;
      case '--back':
      case '--status':
      case '--check':
      case '--logs':
      case '--help':
        command.verb = word.slice(2) as Command['verb'];
        break;
      case '--keys':
        command.verb = 'keys';
        command.key = keyWishOf(value());
        break;
      case '--upload':
      case '--preview':
        command.miniProgram = word.slice(2) as Command['miniProgram'];
        break;
      default:
        throw refuse('BAD_COMMAND', word);
    }
  }
  if (command.demo && command.verb !== 'deploy') throw refuse('BAD_COMMAND', '--demo');
  return command;
}

function keyWishOf(word: string): KeyWish {
  if (word === 'list' || word === 'new' || word === 'copy') return { do: word };
  const number = /^drop:(\d+)$/.exec(word)?.[1];
  if (number === undefined) throw refuse('BAD_COMMAND', `--keys ${word}`);
  return { do: 'drop', number: Number(number) };
}
