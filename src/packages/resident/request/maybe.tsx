import { CONSULTATION } from 'contract/consultation';
import { AnswerRow } from '@/components/answer-row';
import { Card } from '@/components/card';
import { List, ListRow } from '@/components/list-row';
import { Words } from '@/components/words';
import { useSearch } from '@/hooks/use-search';
import { go } from '@/routes';

const most = 3;

/** 这些是不是您要问的: what is there already, on top of the step after the words. 下一步 passes it by. */
export function Maybe({ text }: { text: string }) {
  const { data: found } = useSearch(text).asked;
  if (!found) return null;
  const items = found.items.filter(({ code }) => code !== CONSULTATION).slice(0, most);
  // What complains of the staff, or tells of danger, is answered above.
  const { answers } = found;
  if (items.length + answers.length === 0 || found.isComplaint || found.hotlines.length > 0) return null;
  return (
    <Card icon="search" title="这些是不是您要问的？">
      <List label="这些是不是您要问的">
        {answers.map((answer) => (
          <AnswerRow key={answer.id} of={answer} onPress={() => go.answers(answer.id)} />
        ))}
        {items.map(({ code, name, summary, subtype }) => (
          <ListRow
            key={code}
            title={name}
            note={summary}
            onPress={() => go.service(code, { subtype, text })}
          />
        ))}
      </List>
      <Words look="muted">都不是，点“下一步”接着问，写的都在。</Words>
    </Card>
  );
}
