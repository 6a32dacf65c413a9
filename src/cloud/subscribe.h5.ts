import { noticeKinds } from 'contract/words';
import type { Answered, Asking } from './subscribe';
import './subscribe.scss';

/** Stands for WeChat's own dialog in the demo: it belongs to no page, and what is answered goes to the local cloud. */
export async function askToNotify(kinds: readonly Asking[]): Promise<Answered> {
  const asked = kinds.slice(0, 3);
  const isYes = await ask(asked);
  try {
    for (const { templateId } of asked) await tell(templateId, isYes ? 'accept' : 'reject');
  } catch {
    return { accepted: [], refused: [], banned: [] };
  }
  const said = asked.map(({ kind }) => kind);
  return isYes ? { accepted: said, refused: [], banned: [] } : { accepted: [], refused: said, banned: [] };
}

async function tell(templateId: string, answer: 'accept' | 'reject'): Promise<void> {
  const person = localStorage.getItem('linli.person');
  const body = JSON.stringify({ person, templateId, answer });
  const response = await fetch('/_local/subscriptions', { method: 'POST', body });
  if (!response.ok) throw new Error(`/_local/subscriptions: ${response.status}`);
}

/** A modal dialog; Escape is a no. What had the keyboard gets it back, or the title of the page that came meanwhile. */
function ask(kinds: readonly Asking[]): Promise<boolean> {
  const dialog = document.createElement('dialog');
  // As large as the page it covers.
  dialog.className = `subscribe ${
    shown('.page')
      ?.className.match(/elder|huge/g)
      ?.join(' ') ?? ''
  }`;
  dialog.setAttribute('aria-labelledby', 'subscribe-title');
  const no = make('button', 'press subscribe-way', '取消');
  const yes = make('button', 'press subscribe-way subscribe-yes', '允许');
  const ways = make('div', 'subscribe-ways');
  ways.append(no, yes);
  const list = make('ul', 'subscribe-kinds');
  list.append(...kinds.map(({ kind }) => make('li', '', noticeKinds[kind])));
  const title = make('h1', 'subscribe-title', '邻里代办 申请在微信里给您发消息');
  title.id = 'subscribe-title';
  dialog.append(
    title,
    make('p', 'subscribe-words', '每样一条：'),
    list,
    make('p', 'subscribe-note', '演示用的，真的由微信来问。'),
    ways,
  );
  const before = document.activeElement;
  // What it covers is out of reach, and not read either.
  const covered = Array.from(document.body.children);
  for (const one of covered) one.setAttribute('aria-hidden', 'true');
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    no.addEventListener('click', () => dialog.close());
    yes.addEventListener('click', () => dialog.close('yes'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      for (const one of covered) one.removeAttribute('aria-hidden');
      const isThere = before instanceof HTMLElement && before.isConnected && before.offsetParent !== null;
      (isThere ? before : shown('.page-title'))?.focus({ preventScroll: true });
      resolve(dialog.returnValue === 'yes');
    });
  });
}

/** Pages behind the one in view stay in the document. */
function shown(selector: string): HTMLElement | undefined {
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).find(
    (one) => one.offsetParent !== null,
  );
}

function make(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}
