import { useRef, useState } from 'react';
import type { NoticeSettings } from 'contract/models';
import type { Input } from 'contract/actions';
import { useDeed } from '@/hooks/use-deed';

type Wish = Input<'account.setNotices'>;

/** Each tap is kept at once; taps that come while one is on its way go together after it. What was not kept is shown as it was. */
export function useSaving(settings: NoticeSettings, onSaved: (settings: NoticeSettings) => void) {
  const { run, error } = useDeed('account.setNotices');
  const [wish, setWish] = useState<Wish>();
  const [saved, setSaved] = useState(false);
  const latest = useRef<Wish>();
  const running = useRef(false);
  const shown = wish ?? {
    quiet: settings.quiet,
    muted: settings.kinds.filter(({ isMuted }) => isMuted).map(({ kind }) => kind),
  };

  async function change(part: Partial<Wish>) {
    const next = { ...shown, ...part };
    latest.current = next;
    setWish(next);
    setSaved(false);
    if (running.current) return;
    running.current = true;
    let kept: NoticeSettings | undefined;
    for (let sent: Wish | undefined; sent !== latest.current;) {
      sent = latest.current;
      kept = await run(sent);
      if (!kept) break;
    }
    running.current = false;
    if (kept) onSaved(kept);
    setWish(undefined);
    setSaved(kept !== undefined);
  }
  return { wish: shown, change: (part: Partial<Wish>) => void change(part), error: error?.message, saved };
}
