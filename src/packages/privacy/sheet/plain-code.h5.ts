export const plainCode = undefined;
