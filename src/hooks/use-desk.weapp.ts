/** WeChat's window on a PC is a phone's too: app.json does not let it grow. */
export const useIsDesk = () => false;
