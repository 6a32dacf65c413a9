import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What every page and component keeps to. */
const src = join(__dirname, '..', '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(src, file), 'utf8');
const withRule = (pattern: RegExp, rule: RegExp) =>
  files.filter((file) => pattern.test(file) && rule.test(read(file)));

describe('the mini-program', () => {
  it('takes colours from the tokens', () => {
    const coloured = withRule(/\.scss$/, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
    expect(coloured.filter((file) => file !== 'theme/tokens.scss')).toEqual([]);
  });

  it('takes sizes of text from the tokens', () => {
    expect(withRule(/\.scss$/, /font-size:(?!\s*(?:var\(|inherit))/)).toEqual([]);
  });

  it('has no emoji', () => {
    expect(withRule(/\.tsx?$/, /\p{Extended_Pictographic}/u)).toEqual([]);
  });

  it('gives both platforms of a leaf, and says once what they give', () => {
    const leaves = files.flatMap((file) => /^(.*)\.(?:weapp|h5)\.tsx?$/.exec(file)?.[1] ?? []);
    const missing = [...new Set(leaves)].flatMap((leaf) =>
      ['weapp', 'h5']
        .filter(
          (platform) => !['ts', 'tsx'].some((end) => existsSync(join(src, `${leaf}.${platform}.${end}`))),
        )
        .map((platform) => `${leaf}.${platform}`)
        .concat(existsSync(join(src, `${leaf}.d.ts`)) ? [] : [`${leaf}.d.ts`]),
    );
    expect(missing).toEqual([]);
  });

  it('leaves what a platform does to leaf files (configurations are read at build time)', () => {
    const asking = withRule(/\.tsx?$/, /TARO_ENV/).filter((file) => !file.endsWith('.config.ts'));
    expect(asking).toEqual([]);
  });

  it('presses Press, Button, Dial: a View that is clicked is no button to a keyboard', () => {
    const clicking = withRule(/\.tsx$/, /<View[^>]*\bonClick=/s);
    // In WeChat an option of a choice is a View with a role.
    expect(clicking).toEqual(['components/choice/option.weapp.tsx']);
  });

  it('shows every component in the gallery', () => {
    const gallery = files
      .filter((file) => /^pages[\\/]gallery[\\/].*\.tsx$/.test(file))
      .map(read)
      .join();
    // Press, Dial and WeChat's button for a number have no look of their own; forms of deeds and of joining, of a number, and an item, are pages.
    const unseen = [
      'case-form',
      'deed-page',
      'dial',
      'id-number',
      'join',
      'message',
      'press',
      'service-item',
      'wechat-phone',
    ];
    const components = readdirSync(join(src, 'components')).filter((name) => !unseen.includes(name));
    expect(components.filter((name) => !gallery.includes(`'@/components/${name}'`))).toEqual([]);
  });

  it.each([
    ['h5' as const, true],
    ['weapp' as const, false],
  ])('%s has the gallery: %s', (platform, has) => {
    const { env } = process;
    jest.resetModules();
    Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
    process.env = { ...env, TARO_ENV: platform };
    const { default: config } = jest.requireActual<{ default: { pages: string[] } }>('../../src/app.config');
    process.env = env;
    expect(config.pages.includes('pages/gallery/index')).toBe(has);
  });
});
