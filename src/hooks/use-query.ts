import { useRouter } from '@tarojs/taro';

/** The page's parameters as text. Taro hands them over as they stand in the address; a stray % is left as it is. */
export function useQuery(): Record<string, string | undefined> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value && decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
