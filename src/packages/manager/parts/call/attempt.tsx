import { limits } from 'contract/limits';
import { type CallResult, type Level, callResults, levels, unreachedName } from 'contract/words';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Words } from '@/components/words';

/** One attempt of a call-back, as far as it is written down. */
export interface Attempt {
  result?: CallResult;
  level?: Level;
  text: string;
}

export const beginAttempt = (kept: Partial<Attempt>): Attempt => ({ text: '', ...kept });

/** What is missing, before anything is sent. */
export const checkAttempt = ({ result }: Attempt) => ({
  result: result ? undefined : '请选电话打得怎么样。',
});

/** What is sent of it: a level only from who picked up and spoke. */
export const saidIn = ({ result = 'unanswered', level, text }: Attempt) => ({
  result,
  ...(result === 'reached' && level && { level }),
  ...(text.trim() && { text }),
});

export const attemptFields = ['result', 'level', 'text'] as const;

const options = <V extends string>(names: Record<V, string>) =>
  (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }));

interface Props {
  draft: Attempt;
  /** attempts before this one */
  tries: number;
  write(part: Partial<Attempt>): void;
  wrong(field: string): string | undefined;
}

/** How the call went, and what the resident said. */
export function AttemptFields({ draft, tries, write, wrong }: Props) {
  const isLast = tries + 1 === limits.callAttempts;
  return (
    <>
      <Choice
        legend={`第${tries + 1}次打，打得怎么样？`}
        options={options(callResults)}
        value={draft.result}
        onChange={(result) => write({ result })}
        error={wrong('result')}
      />
      <Words look="muted">
        {isLast
          ? `这是最后一次。还没打通，就记“${unreachedName}”，不再打了。`
          : `没打通，过${limits.callGapHours}小时再打。打满${limits.callAttempts}次还不通，就记“${unreachedName}”。`}
      </Words>
      {draft.result === 'reached' && (
        <Choice
          legend="居民现在满意不满意？没说就不选"
          options={options(levels)}
          value={draft.level}
          onChange={(level) => write({ level })}
          error={wrong('level')}
        />
      )}
      <Field
        label="居民说了什么，可以不写"
        kind="long"
        value={draft.text}
        max={limits.message}
        onInput={(text) => write({ text })}
        error={wrong('text')}
      />
    </>
  );
}
