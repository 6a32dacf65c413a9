import type { PublicAnswer } from 'contract/models';
import { ListRow } from '../list-row';

/** As much of an answer as tells whether it is the one that is looked for. */
const most = 40;

interface Props {
  of: Pick<PublicAnswer, 'question' | 'answer'>;
  onPress(): void;
}

/** 公开问答 as a row of what was found: the question, and how its answer begins. */
export function AnswerRow({ of: { question, answer }, onPress }: Props) {
  const words = [...answer];
  const note = words.length > most ? `${words.slice(0, most).join('')}……` : answer;
  return <ListRow icon="talk" title={question} note={note} onPress={onPress} />;
}
