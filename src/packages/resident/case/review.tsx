import type { CaseView, ReviewView } from 'contract/models';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { LevelWords } from '@/components/level';
import { Photos } from '@/components/photos';
import { Words } from '@/components/words';
import { go } from '@/routes';
import { ofWords } from '../after-review/of-words';
import { OwnPhoto } from '@/components/photos/own';

/** What became of the resident's review: what they said, who can read it, what was answered, and the way to add to it. */
export function Review({ kase: { caseId, review } }: { kase: CaseView }) {
  if (!review) return null;
  const { level, tags, text, textState, photos, addition } = review;
  return (
    <Card title="您的评价" icon="star">
      <LevelWords level={level} />
      {review.channel === 'self' && review.enteredBy && <Words look="muted">{review.enteredBy}评的。</Words>}
      {review.channel === 'staff' && <Words look="muted">工作人员替您记的。</Words>}
      {tags.length > 0 && <Words>{tags.join('、')}</Words>}
      {text && <Words>{text}</Words>}
      <OfWords of={textState} />
      {photos.length > 0 && (
        <Photos>
          {photos.map((id, index) => (
            <OwnPhoto key={id} id={id} name={`照片${index + 1}`} />
          ))}
        </Photos>
      )}
      {addition && (
        <>
          <Words look="strong">后来补充</Words>
          <Words>{addition.text}</Words>
          <OfWords of={addition.textState} />
        </>
      )}
      <Wall review={review} />
      <Appeal review={review} />
      {!addition && <Button onPress={() => go.addition(caseId)}>补充一句</Button>}
    </Card>
  );
}

/** What passed needs no word. */
function OfWords({ of: state }: { of: ReviewView['textState'] }) {
  const said = ofWords(state);
  return said ? <Words look="muted">{said}</Words> : null;
}

const wallWords = {
  asked: '您愿意让邻居看。社区看过以后，凑满5条一起贴上回音墙。',
  shown: '社区看过了，会贴上回音墙，不写名字。',
  hidden: '没有贴上回音墙。',
} as const;

function Wall({ review: { wall, answer } }: { review: ReviewView }) {
  return (
    <>
      {wall && <Words look="muted">{wallWords[wall]}</Words>}
      {answer && <Words>社区回复：{answer}</Words>}
    </>
  );
}

const appealWords = {
  open: '代办员觉得这条评价有出入，上一级在裁定。您不用做什么。',
  upheld: '上一级裁定：这条不计入代办员的得分。您的评价还在。',
  rejected: '上一级裁定：维持您的评价。',
} as const;

function Appeal({ review: { appeal } }: { review: ReviewView }) {
  if (!appeal) return null;
  return (
    <>
      <Words look="muted">{appealWords[appeal.state]}</Words>
      {appeal.why && <Words look="muted">理由：{appeal.why}</Words>}
    </>
  );
}
