import { View } from '@tarojs/components';
import type { CaseView, ReviewView } from 'contract/models';
import { appealNames, levels, reviewChannels, textStates, wallNames } from 'contract/words';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { FieldError } from '@/components/field';
import { Photo, Photos } from '@/components/photos';
import { Tag } from '@/components/tag';
import { Words } from '@/components/words';
import { whenWords } from '@/format/when';
import { useCall } from '@/hooks/use-call';
import { useDeed } from '@/hooks/use-deed';

interface Props {
  kase: CaseView;
  now: number;
  reload(): void;
}

/** 评价, as those who oversee read it: what was said, by whom it came, whether it counts, what became of an appeal. */
export function Review({ kase: { caseId, review }, now, reload }: Props) {
  if (!review) return null;
  const { level, tags, text, textState, photos, at, channel, enteredBy, addition } = review;
  return (
    <Card title={`评价：${levels[level]}`} icon="star">
      {tags.length > 0 && <Words>{tags.join('、')}</Words>}
      <Said text={text} state={textState} />
      {photos.length > 0 && <Evidence caseId={caseId} count={photos.length} />}
      {addition && <Said before="后来补充：" text={addition.text} state={addition.textState} />}
      <Words look="muted">{whenWords(at, now)}</Words>
      {channel === 'staff' && (
        <View>
          <Tag>
            {reviewChannels.staff}
            {enteredBy && `：${enteredBy}`}
          </Tag>
        </View>
      )}
      {!review.headline && <Words look="muted">不计入满意率。</Words>}
      <Appeal review={review} now={now} />
      <OnWall caseId={caseId} review={review} reload={reload} />
    </Card>
  );
}

/** The resident's photos, by links that the cloud gives to managers of the case. */
function Evidence({ caseId, count }: { caseId: string; count: number }) {
  const { data, error } = useCall('reviews.photos', { caseId });
  if (error && !data) return <FieldError id="photos-error">{`照片没拿到。${error.message}`}</FieldError>;
  const urls = data?.urls ?? Array.from({ length: count }, () => undefined);
  return (
    <Photos>
      {urls.map((url, index) => (
        <Photo key={url ?? index} url={url} name={`照片${index + 1}`} />
      ))}
    </Photos>
  );
}

function Said({
  before = '',
  text,
  state,
}: {
  before?: string;
  text?: string;
  state?: ReviewView['textState'];
}) {
  if (text)
    return (
      <Words look="large">
        {before}
        {text}
      </Words>
    );
  // There are words, and they are not for others (yet).
  return (
    state && (
      <Words look="muted">{`${before}有一段话，${state === 'refused' ? '没通过审，不给看' : textStates[state]}。`}</Words>
    )
  );
}

function Appeal({ review: { appeal }, now }: { review: ReviewView; now: number }) {
  if (!appeal) return null;
  return (
    <Facts
      facts={[
        { name: '申诉', value: `${appealNames[appeal.state]}。${whenWords(appeal.at, now)}提的` },
        ...(appeal.reason ? [{ name: '理由', value: appeal.reason }] : []),
        ...(appeal.why ? [{ name: '裁定', value: appeal.why }] : []),
      ]}
    />
  );
}

/** What was put on the wall can be taken down, and the other way round. What waits is decided in the heap of the wall. */
function OnWall({
  caseId,
  review: { wall, answer },
  reload,
}: {
  caseId: string;
  review: ReviewView;
  reload(): void;
}) {
  const { run, busy, error } = useDeed('reviews.moderate', reload);
  if (!wall) return null;
  const isUp = wall === 'shown';
  const turn = async () => {
    if (await run({ caseId, wall: isUp ? 'hidden' : 'shown' })) reload();
  };
  return (
    <>
      <Facts
        facts={[
          { name: '回音墙', value: wallNames[wall] },
          ...(answer ? [{ name: '社区回复', value: answer }] : []),
        ]}
      />
      <FieldError id="wall-error">{error?.message}</FieldError>
      {wall !== 'asked' && (
        <Button inline busy={busy} onPress={() => void turn()}>
          {isUp ? '从墙上撤下来' : '放到墙上'}
        </Button>
      )}
    </>
  );
}
