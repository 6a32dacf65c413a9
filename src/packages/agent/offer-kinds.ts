/** What an agent wants to hear of at once: what WeChat is asked for when they begin to work, or take a case. */
export const offerKinds = ['assignment'] as const;
