// WeChat's own code check (miniprogram-ci), offline, on the built mini-program. Exits 1 when it reports a failure.
const { generateKeyPairSync } = require('node:crypto');
const { join } = require('node:path');
const ci = require('../../scripts/miniprogram-ci/node_modules/miniprogram-ci');

const root = join(__dirname, '..', '..');
// Nothing is uploaded: a key made on the spot is enough to open a project.
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs1',
  format: 'pem',
});

async function main() {
  const project = new ci.Project({
    appid: 'wxfeas0000000000',
    type: 'miniProgram',
    projectPath: root,
    privateKey,
    ignores: ['node_modules/**/*'],
  });
  // WeChat's servers would tell the project's limits; offline, these are the published ones.
  project.attr = async () => ({
    platform: false,
    appType: 0,
    isSandbox: false,
    released: false,
    setting: {
      MaxCodeSize: 2,
      MaxSubpackageSubCodeSize: 2,
      MaxSubpackageFullCodeSize: 30,
      NavigateMiniprogramLimit: 10,
      MaxSubPackageLimit: 100,
      MinTabbarCount: 2,
      MaxTabbarCount: 5,
      MaxCustomTabbarCount: 10,
      MaxTabbarIconSize: 40,
    },
  });
  const checks = await ci.checkCodeQuality(project);
  for (const { name, success, text } of checks)
    console.log(`${success ? 'ok  ' : 'FAIL'} ${name}${success ? '' : `: ${text ?? ''}`}`);
  const compiled = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: '',
    onProgressUpdate() {},
    setting: {
      es6: true,
      es7: true,
      minify: true,
      minifyJS: true,
      minifyWXML: true,
      minifyWXSS: true,
      autoPrefixWXSS: true,
    },
  });
  console.log(`ok   compiles: ${Object.keys(compiled).length} files`);
  return checks.every((check) => check.success) && checks.length > 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
