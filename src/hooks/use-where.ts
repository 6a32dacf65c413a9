import { useSession } from './use-session';

/**
 * The reader's community, as the catalogue's actions take it: with it they answer what holds there. Undefined until the session is
 * known or has failed, so that nothing is asked twice; `{}` for who belongs to no community.
 */
export function useWhere(): { orgId?: string } | undefined {
  const { data, error } = useSession();
  if (data?.community) return { orgId: data.community.id };
  return data || error ? {} : undefined;
}
