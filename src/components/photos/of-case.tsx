import type { CaseView } from 'contract/models';
import { useCall } from '@/hooks/use-call';
import { FieldError } from '../field';
import { Photo, Photos } from './index';

/** The photos that came with a case, by links that the cloud gives to those who have a part in it. */
export function CasePhotos({ kase: { caseId, photos = 0 } }: { kase: CaseView }) {
  const { data, error } = useCall('cases.pictures', photos > 0 ? { caseId } : undefined);
  if (photos === 0) return null;
  if (error && !data) return <FieldError id="photos-error">{`照片没拿到。${error.message}`}</FieldError>;
  const urls = data?.urls ?? Array.from({ length: photos }, () => undefined);
  return (
    <Photos>
      {urls.map((url, index) => (
        <Photo key={url ?? index} url={url} name={`照片${index + 1}`} />
      ))}
    </Photos>
  );
}
