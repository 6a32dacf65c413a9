import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Output } from 'contract/actions';
import type { PaperView } from 'contract/models';
import { useCall } from '@/hooks/use-call';
import { Heading } from '../heading';
import { Photo, Photos } from '../photos';
import { Tag } from '../tag';
import { Words } from '../words';
import { Sample } from './sample';
import { stateWords, toneOf } from './words';
import './paper.scss';

export type Links = Output<'cases.photos'>['papers'];

/** The links to the photos of a case's papers; none are asked for where there are no photos. */
export function usePaperPhotos(caseId: string, papers: readonly PaperView[]): Links {
  return usePhotoLinks(
    caseId,
    papers.some(({ photos }) => photos > 0),
  );
}

/** The links to all photos of a case that stand in lists, where there are any. */
export function usePhotoLinks(caseId: string, areThere: boolean): Links {
  const { data } = useCall('cases.photos', areThere ? { caseId } : undefined);
  return data?.papers ?? [];
}

interface Props {
  paper: PaperView;
  now: number;
  children?: ReactNode;
}

/** 材料: its name and how it stands, and below what can be said or done about it. */
export function Paper({ paper, now, children }: Props) {
  return (
    <View className="paper">
      <View className="paper-head">
        <Heading level={3}>{paper.name}</Heading>
        <Tag tone={toneOf(paper)}>{stateWords(paper, now)}</Tag>
      </View>
      {paper.isRefused && <Words>有张照片没有通过微信的检查，删掉了。请重新拍一张，只拍这样材料。</Words>}
      <Sample of={paper} />
      {children}
    </View>
  );
}

interface PaperPhotosProps {
  paper: Pick<PaperView, 'id' | 'name' | 'photos'>;
  links: Links;
  /** what can be done with one, by its name */
  children?: (key: string, name: string) => ReactNode;
}

/** The photos of one paper; a place for each that is not there yet. */
export function PaperPhotos({ paper: { id, name, photos }, links, children }: PaperPhotosProps) {
  if (photos === 0) return null;
  const known = links.find(({ paper }) => paper === id)?.photos ?? [];
  return (
    <Photos>
      {Array.from({ length: photos }, (_, i) => {
        const photo = known[i];
        const called = `${name}照片${i + 1}`;
        return (
          <Photo key={photo?.key ?? i} url={photo?.url} name={called}>
            {photo?.isChecked === false && <Words look="muted">正在检查</Words>}
            {photo && children?.(photo.key, called)}
          </Photo>
        );
      })}
    </Photos>
  );
}
