#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { checkChain, checkProof, readHead } from './check.mjs';

const usage = `用法：
  npm run verify -- <导出的文件.jsonl 或 凭据.json> [--head <校验单>]

校验单可以是：扫码得到的地址，校验单的文字（四行），或者存着这些的文件。
没有这个项目也能用：把 scripts/verify 这个文件夹拷走，node verify.mjs <文件> --head <校验单>。`;

/** A file's text where it is one, else the text itself. */
function textOf(given) {
  try {
    return readFileSync(given, 'utf8');
  } catch {
    return given;
  }
}

function main([file, flag, given]) {
  if (
    file === undefined ||
    file === '--help' ||
    (flag !== undefined && (flag !== '--head' || given === undefined))
  ) {
    console.log(usage);
    return 2;
  }
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.log(`读不了文件：${file}`);
    return 2;
  }
  const head = given === undefined ? undefined : readHead(textOf(given));
  if (given !== undefined && head === undefined) {
    console.log('这不是一张校验单：要有单位、条数、校验码三样。');
    return 2;
  }
  const isProof =
    /^\s*\{[^\n]*"format"\s*:\s*"linli-proof/.test(text) || /"linli-proof\/1"/.test(text.slice(0, 200));
  const { isWhole, faults, says } = isProof ? checkProof(text, head) : checkChain(text, head);
  for (const line of says) console.log(line);
  for (const { says: line } of faults) console.log(`✗ ${line}`);
  console.log(
    isWhole
      ? head
        ? '✓ 全部对得上，和校验单一致。'
        : '✓ 文件自己对得上。'
      : `✗ 有${faults.length}处对不上。`,
  );
  return isWhole ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
