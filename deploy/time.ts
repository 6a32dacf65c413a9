/** An instant as a clerk reads it, in Shanghai wherever the computer is. */
export const timeOf = (at: number): string =>
  new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
