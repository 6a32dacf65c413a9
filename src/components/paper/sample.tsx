import { useCall } from '@/hooks/use-call';
import { Fold } from '../fold';
import { WidePhoto } from '../photos';
import { Lines, Words } from '../words';

interface Props {
  of: { name: string; sample?: readonly string[]; picture?: string };
}

/** 看样子: what a right one looks like, or how the form is filled in; nothing where the catalogue has none. */
export function Sample({ of: { name, sample = [], picture } }: Props) {
  if (sample.length === 0 && !picture) return null;
  return (
    <Fold title={`看样子：${name}`}>
      {() => (
        <>
          <Lines items={sample} />
          {picture && <Drawn of={{ name, sample, picture }} />}
        </>
      )}
    </Fold>
  );
}

/** Its picture as wide as the page, with its words for those who do not see it. */
export function Drawn({ of: { name, sample, picture } }: { of: Required<Props['of']> }) {
  const { data, error } = useCall('catalog.picture', { picture });
  if (data?.url)
    return (
      <>
        <WidePhoto url={data.url} name={[`${name}的样子`, ...sample].join('，')} />
        <Words look="muted">点一下照片，看得更大。</Words>
      </>
    );
  return data || error ? <Words look="muted">照片现在看不了，照文字准备就行。</Words> : null;
}
