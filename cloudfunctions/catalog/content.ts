import type { ServiceItem } from '../../contract/models';

/** The product's own content. It lies in the function and is read when a manager asks for it: residents' calls never do. */
export async function builtIn(): Promise<ServiceItem[]> {
  const content = await import('../../config/content/services.zh.json');
  return content.default.items as ServiceItem[];
}
