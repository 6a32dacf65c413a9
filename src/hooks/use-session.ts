import { useEffect } from 'react';
import type { Output } from 'contract/actions';
import type { Role } from 'contract/models';
import { call } from '@/cloud/call';
import { asCallError, type CallError } from '@/cloud/call-error';
import { createStore } from './store';

interface Session {
  data?: Output<'account.session'>;
  error?: CallError;
  loading: boolean;
}

const store = createStore<Session>({ loading: false });

/** Who is on duty changes in the course of a day; who the user is does not. */
const staleMs = 10 * 60_000;
/** What is unread changes sooner. */
const unreadMs = 20_000;
let askedAt = 0;

/** Who is here, asked once for the whole app. `error.code` `UNKNOWN_PERSON`: not in the register. */
export function useSession() {
  const session = store.use();
  useEffect(() => {
    const { data, error, loading } = store.get();
    const isOld = Date.now() - askedAt > staleMs;
    // Another page, perhaps another signal.
    if (!loading && (data ? isOld : !error || error.code === 'OFFLINE')) load();
  }, []);
  const roles: readonly Role[] = session.data?.person.roles ?? [];
  return { ...session, is: (role: Role) => roles.includes(role), reload: load, refresh };
}

/** Asks again where what is known may be old. */
function refresh() {
  const { data, loading } = store.get();
  if (data && !loading && Date.now() - askedAt > unreadMs) load();
}

/** The inbox was read. */
export function noteInboxRead() {
  const { data, ...rest } = store.get();
  if (data) store.set({ ...rest, data: { ...data, unread: 0 } });
}

function load() {
  askedAt = Date.now();
  store.set({ ...store.get(), loading: true });
  call('account.session', {}).then(
    (data) => store.set({ data, loading: false }),
    // What is known stays: a lost signal makes no resident a stranger.
    (failure: unknown) => store.set({ ...store.get(), error: asCallError(failure), loading: false }),
  );
}
