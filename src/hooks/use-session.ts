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

/** Who is here, asked once for the whole app. `error.code` `UNKNOWN_PERSON`: nobody in the register. */
export function useSession() {
  const session = store.use();
  useEffect(() => {
    const { data, error, loading } = store.get();
    // Another page, perhaps another signal.
    if (!data && !loading && (!error || error.code === 'OFFLINE')) load();
  }, []);
  const roles: readonly Role[] = session.data?.person.roles ?? [];
  return { ...session, is: (role: Role) => roles.includes(role), reload: load };
}

function load() {
  store.set({ ...store.get(), loading: true });
  call('account.session', {}).then(
    (data) => store.set({ data, loading: false }),
    (failure: unknown) => store.set({ error: asCallError(failure), loading: false }),
  );
}
