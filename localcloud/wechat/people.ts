/** A person whom the demo's bar can become. */
export interface DemoPerson {
  id: string;
  name: string;
  /** `nobody`: WeChat knows them, the register does not */
  role: 'resident' | 'agent' | 'manager' | 'nobody';
  orgId?: string;
  /** the community or unit, as the bar shows it */
  orgName?: string;
  openid: string;
  /** the number that WeChat has of them; without it `POST /_local/phone-code` says one */
  phone?: string;
}
