/** Somebody whom the demo's bar can become. */
export interface DemoPerson {
  id: string;
  name: string;
  role: 'resident' | 'agent' | 'manager';
  orgId?: string;
  /** the community or unit, as the bar shows it */
  orgName?: string;
  openid: string;
}
