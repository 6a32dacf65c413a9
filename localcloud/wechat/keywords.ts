const chinese = /\p{Script=Han}/u;
const length = (value: string) => [...value].length;
const time = String.raw`\d{1,2}:\d{2}(:\d{2})?`;
const day = String.raw`(\d{4}[年\-/.]\d{1,2}([月\-/.]\d{1,2}日?)?月?|\d{1,2}月\d{1,2}日)`;
const range = (one: string) => new RegExp(`^${one}( ?~ ?${one})?$`);
const times = range(`(${day} ?)?${time}`);
const days = range(`${day}( ?${time})?`);

/** The limits of a template's keywords (docs/wechat.md, "Subscribe messages"), by the key without its number. */
const rules: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => length(value) <= 32 && !chinese.test(value),
  time: (value) => times.test(value),
  date: (value) => days.test(value),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => length(value) <= 17 && !/\p{L}/u.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => length(value) <= (chinese.test(value) ? 10 : 20),
  phrase: (value) => length(value) <= 5 && /^\p{Script=Han}+$/u.test(value),
  const: () => true,
  enum: () => true,
};

/** Whether WeChat would take `value` for a key such as `thing3`: known kind, not empty, no control characters, short enough. */
export function checkKeyword(key: string, value: string): boolean {
  const kind = /^([a-z_]+?)\d+$/.exec(key)?.[1] ?? '';
  const rule = Object.hasOwn(rules, kind) ? rules[kind] : undefined;
  return rule !== undefined && value.trim() !== '' && !/\p{Cc}/u.test(value) && rule(value);
}
