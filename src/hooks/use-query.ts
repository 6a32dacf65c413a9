import { useRouter } from '@tarojs/taro';

/** The page's parameters as text. WeChat hands them over still encoded, H5 decoded; a stray % is left as it is. */
export function useQuery(): Record<string, string | undefined> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value && decode(value)]));
}

function decode(value: string): string {
  if (process.env.TARO_ENV === 'h5') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
