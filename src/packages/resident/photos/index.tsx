import { View } from '@tarojs/components';
import { photoUrl } from '@/cloud/photos';
import { Button } from '@/components/button';
import { useAsync } from '@/hooks/use-call';
import { Picture } from './picture';
import './photos.scss';

interface Props {
  /** cloud file ids */
  ids: readonly string[];
  /** given while they can still be taken out */
  onRemove?(id: string): void;
}

/** Pictures side by side, numbered for those who do not see them. */
export function Photos({ ids, onRemove }: Props) {
  return (
    <View className="photos" role="list">
      {ids.map((id, index) => (
        <View className="photo" role="listitem" key={id}>
          <Photo id={id} name={`照片${index + 1}`} />
          {onRemove && (
            <Button label={`不要照片${index + 1}`} onPress={() => onRemove(id)}>
              不要
            </Button>
          )}
        </View>
      ))}
    </View>
  );
}

function Photo({ id, name }: { id: string; name: string }) {
  const { data } = useAsync(id, () => photoUrl(id));
  return <View className="photo-place">{data && <Picture src={data} name={name} />}</View>;
}
