/** Whom the page and its forms are about. */
export interface AgentProps {
  /** of the agent */
  id: string;
  /** the community whose roster it is */
  orgId: string;
}
