export const isCodeAsked = true;

export const codePicture = ({ png }: { png?: string }): string | undefined =>
  png && `data:image/png;base64,${png}`;
